// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.run;

import java.util.List;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.run.EventLog;
import org.nullcline.engine.run.RunEvent;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.look.Background;
import org.nullcline.workbench.look.Hints;
import org.nullcline.workbench.look.Times;

/** What happened in the selected run, in words. */
public final class LogView extends ViewPart implements RunCenter.Listener {

    private static final int MAX_LINES = 20_000;

    private RunCenter center;
    private Composite stack;
    private StackLayout pages;
    private Composite hint;
    private StyledText text;
    private EventLog.Reader reader;
    private String shown = "";
    private Job reading;
    private boolean more;

    @Override
    public void createPartControl(Composite parent) {
        center = getSite().getService(RunCenter.class);
        stack = new Composite(parent, SWT.NONE);
        pages = new StackLayout();
        stack.setLayout(pages);
        hint = Hints.page(stack, Messages.log_empty);
        text = new StyledText(stack, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL);
        text.setMargins(8, 6, 8, 6);
        text.setFont(JFaceResources.getTextFont());
        pages.topControl = hint;
        center.addListener(this);
    }

    @Override
    public void run(RunSnapshot snapshot) {
        if (stack.isDisposed()) {
            return;
        }
        var id = snapshot == null ? "" : snapshot.run().info().id();
        if (!id.equals(shown)) {
            shown = id;
            text.setText("");
            reader = snapshot == null ? null : new EventLog.Reader(snapshot.run().events());
            reading = null;
            pages.topControl = snapshot == null ? hint : text;
            stack.layout();
        }
        if (snapshot != null) {
            read(snapshot.plan());
        }
    }

    /** Reads what was appended; what is written while this goes on is read afterwards, so that the last lines are not left out. */
    private void read(Plan plan) {
        if (reading != null) {
            more = true;
            return;
        }
        more = false;
        var from = reader;
        reading = Background.load(Messages.log_reading, stack, () -> lines(from.all(), plan), lines -> take(from, lines, plan),
                sentence -> take(from, sentence + "\n", plan));
    }

    private void take(EventLog.Reader from, String lines, Plan plan) {
        if (from == reader) {
            append(lines);
            reading = null;
            if (more) {
                read(plan);
            }
        }
    }

    /** Follows the end, except while the user reads or selects something further up. */
    private void append(String lines) {
        if (lines.isEmpty()) {
            return;
        }
        var atEnd = text.getSelectionCount() == 0 && text.getCaretOffset() == text.getCharCount();
        text.append(lines);
        var excess = text.getLineCount() - MAX_LINES;
        if (excess > 0) {
            text.replaceTextRange(0, text.getOffsetAtLine(excess), "");
        }
        if (atEnd) {
            text.setCaretOffset(text.getCharCount());
            text.showSelection();
        }
    }

    private static String lines(List<RunEvent> events, Plan plan) {
        var lines = new StringBuilder();
        for (var event : events) {
            var line = line(event, plan);
            if (!line.isEmpty()) {
                lines.append(Times.exact(event.at())).append("  ").append(line).append('\n');
            }
        }
        return lines.toString();
    }

    private static String line(RunEvent event, Plan plan) {
        return switch (event.type()) {
            case RunEvent.RUN_STARTED -> NLS.bind(Messages.log_runStarted, event.text("engine"));
            case RunEvent.RUN_ENDED -> NLS.bind(Messages.log_runEnded, new Object[] {event.text("state").toLowerCase(java.util.Locale.ROOT), event.integer("done"),
                event.integer("total"), Times.span(event.number("seconds"))});
            case RunEvent.TASK_STARTED -> NLS.bind(Messages.log_taskStarted, title(event, plan));
            case RunEvent.TASK_DONE -> event.data().has("seconds") && !event.data().get("cached").getAsBoolean()
                    ? NLS.bind(Messages.log_taskDone, title(event, plan), Times.span(event.number("seconds")))
                    : NLS.bind(Messages.log_taskCached, title(event, plan));
            case RunEvent.TASK_FAILED -> NLS.bind(Messages.log_taskFailed, title(event, plan), event.text("sentence"));
            case RunEvent.TASK_SKIPPED -> NLS.bind(Messages.log_taskSkipped, title(event, plan));
            case RunEvent.WARNING -> NLS.bind(Messages.log_warning, event.text("sentence"));
            default -> "";
        };
    }

    private static String title(RunEvent event, Plan plan) {
        var task = event.integer("task");
        return task >= 0 && task < plan.tasks().size() ? plan.tasks().get(task).title() : Integer.toString(task);
    }

    /** The text that is shown. */
    public StyledText text() {
        return text;
    }

    @Override
    public void setFocus() {
        pages.topControl.setFocus();
    }

    @Override
    public void dispose() {
        if (center != null) {
            center.removeListener(this);
        }
        super.dispose();
    }
}
