package org.coalition.local.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coalition.local.process.StackFailure;

/**
 * How to run what refuses to run as root. A user namespace of its own is enough where the kernel allows it; elsewhere (many
 * containers) the program runs under another id, which keeps the right to reach the folders of root.
 */
final class SuperUser {
    private static final String OTHER_ID = "65534";
    private static final List<String> NAMESPACE = List.of("unshare", "--user");
    private static final List<String> OTHER_USER = List.of(
            "setpriv",
            "--reuid=" + OTHER_ID,
            "--regid=" + OTHER_ID,
            "--clear-groups",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override");

    private final List<String> prefix;

    private SuperUser(List<String> prefix) {
        this.prefix = prefix;
    }

    /** The way for the present user; the folder is handed over to the id under which the programs will run. */
    static SuperUser handingOver(Path folder) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new SuperUser(List.of());
        }
        if (works(NAMESPACE)) {
            return new SuperUser(NAMESPACE);
        }
        if (works(OTHER_USER) && runs(List.of("chown", "-R", OTHER_ID + ":" + OTHER_ID, folder.toString()))) {
            return new SuperUser(OTHER_USER);
        }
        throw new StackFailure("PostgreSQL does not run as root, and neither unshare nor setpriv works here: "
                + "start as another user");
    }

    List<String> command(List<String> plain) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(plain);
        return all;
    }

    private static boolean works(List<String> way) {
        List<String> trial = new ArrayList<>(way);
        trial.add("true");
        return runs(trial);
    }

    private static boolean runs(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
