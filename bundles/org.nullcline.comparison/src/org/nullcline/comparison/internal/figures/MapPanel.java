// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.figures;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Series;
import org.nullcline.comparison.internal.values.GroupNames;
import org.nullcline.compute.linalg.Matrix;

/** Points in the plane, a colour for each group, or for each thing where there are few. */
final class MapPanel {

    private static final int FEW = 10;

    private MapPanel() {
    }

    static Panel of(Matrix points, GroupNames groups, List<String> names) {
        boolean each = names.size() <= FEW;
        List<String> legend = each ? names : groups.names();
        List<Series> series = new ArrayList<>();
        for (int g = 0; g < legend.size(); g++) {
            List<double[]> members = new ArrayList<>();
            for (int i = 0; i < points.rows(); i++) {
                if ((each ? i : groups.of()[i]) == g) {
                    members.add(points.row(i));
                }
            }
            series.add(new Series.Points(legend.get(g), g, members.stream().mapToDouble(p -> p[0]).toArray(),
                    members.stream().mapToDouble(p -> p.length > 1 ? p[1] : 0).toArray(), Series.Marker.DISC, 7));
        }
        return new Panel.Plot("", Panel.Scale.of("first dimension"), Panel.Scale.of("second dimension"), series, true);
    }
}
