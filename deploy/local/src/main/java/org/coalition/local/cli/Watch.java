package org.coalition.local.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.coalition.local.stack.Component;

/** Looks after the processes while the launcher stays in the foreground. */
final class Watch {
    private final List<Component> components;
    private final String again;
    private final Consumer<String> say;
    private final Set<String> told = new HashSet<>();

    /** The command starts again what has ended. */
    Watch(List<Component> components, String again, Consumer<String> say) {
        this.components = components;
        this.again = again;
        this.say = say;
    }

    /** Tells once of each process that has ended of itself, not by our own stop; returns whether none is left. */
    boolean noneIsLeft(BooleanSupplier stopping) {
        for (Component component : components) {
            if (component.isRunning()) {
                told.remove(component.name());
            } else if (stopping.getAsBoolean()) {
                return false;
            } else if (told.add(component.name())) {
                say.accept("  " + component.name() + " has ended (log: " + component.log() + "); " + again
                        + " in another terminal starts it again");
            }
        }
        return told.size() == components.size();
    }
}
