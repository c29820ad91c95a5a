package org.coalition.defaults.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * The statements that the service sends to its database, while somebody listens, but for those of its jobs; a service's own bean
 * makes it listen there.
 */
public abstract class SqlLog implements StatementInspector {
    private static final long serialVersionUID = 1L;
    private static final Queue<String> HEARD = new ConcurrentLinkedQueue<>();
    private static volatile boolean listening;

    /** What was sent while this ran. */
    public static List<String> during(Runnable work) {
        HEARD.clear();
        listening = true;
        try {
            work.run();
            return new ArrayList<>(HEARD);
        } finally {
            listening = false;
        }
    }

    @Override
    public String inspect(String sql) {
        if (listening && !isOfAJob()) {
            HEARD.add(sql);
        }
        return sql;
    }

    /** Jobs run on the same threads as requests, now and then. */
    public static boolean isOfAJob() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().startsWith("io.quarkus.scheduler")));
    }
}
