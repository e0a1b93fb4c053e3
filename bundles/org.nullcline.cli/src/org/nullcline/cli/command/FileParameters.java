// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.parameter.ParameterType;
import org.nullcline.cli.Session;
import org.nullcline.engine.plan.FileHashes;

/** Makes file parameters that were typed on the command line independent of the working folder. */
final class FileParameters {

    private FileParameters() {
    }

    static Map<String, String> absolute(Session session, Descriptor descriptor, Map<String, String> given) {
        Map<String, String> result = new LinkedHashMap<>(given);
        result.replaceAll((name, text) -> descriptor.parameter(name).map(p -> p.type() == ParameterType.FILE).orElse(false) && !text.isBlank()
                ? FileHashes.absolute(name, text, session.directory()) : text);
        return result;
    }
}
