package org.coalition.local.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.coalition.local.stack.Coalition;
import org.coalition.local.stack.Component;

/** Shows each step with its time. */
final class Steps implements Coalition.Progress {
    private final PrintStream out;

    Steps(PrintStream out) {
        this.out = out;
    }

    @Override
    public void ready(Component component, boolean ranAlready, Duration took) {
        step(component.name(), (ranAlready ? "runs on " : "ready on ") + component.port(), took);
    }

    @Override
    public void stopped(Component component, Duration took) {
        step(component.name(), "stopped", took);
    }

    /** One line: the part, what it did and how long that took. */
    void step(String name, String what, Duration took) {
        out.println(String.format(Locale.ROOT, "  %-12s  %-24s %6.1f s", name, what, took.toMillis() / 1000.0));
    }

    void line(String text) {
        out.println(text);
    }
}
