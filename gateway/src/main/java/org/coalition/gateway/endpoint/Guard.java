package org.coalition.gateway.endpoint;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Finds the address of an endpoint and keeps the gateway from being sent to where the sender could not go by itself. A name is looked
 * up once and the connection goes to the very address that was checked; one address that is not public is enough for a refusal.
 */
@Singleton
class Guard {
    private static final int LOOKS_AT_ONCE = 64;

    private final Names names;
    /** A name whose server hangs takes one thread, however often it is asked for. */
    private final Map<String, Future<List<InetAddress>>> underWay = new ConcurrentHashMap<>();

    private final ExecutorService looks =
            new ThreadPoolExecutor(0, LOOKS_AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                Thread thread = new Thread(work, "endpoint-names");
                thread.setDaemon(true);
                return thread;
            });

    Guard(Names names) {
        this.names = names;
    }

    /** Fails with {@link Refused}, whose code says why, in words that tell nothing of what is there. */
    Future<InetAddress> address(EndpointUrl url, Context context) {
        Promise<InetAddress> found = Promise.promise();
        addresses(url.name())
                .onComplete(known -> context.runOnContext(back -> {
                    if (known.failed()) {
                        found.fail(known.cause());
                    } else {
                        found.handle(checked(url, known.result()));
                    }
                }));
        return found.future();
    }

    private static Future<InetAddress> checked(EndpointUrl url, List<InetAddress> addresses) {
        boolean allowed = url.loopback()
                ? addresses.stream().allMatch(InetAddress::isLoopbackAddress)
                : addresses.stream().allMatch(Addresses::isPublic);
        return allowed ? Future.succeededFuture(addresses.get(0)) : Future.failedFuture(new Refused(Failure.ADDRESS));
    }

    private Future<List<InetAddress>> addresses(String name) {
        Promise<List<InetAddress>> promise = Promise.promise();
        Future<List<InetAddress>> other = underWay.putIfAbsent(name, promise.future());
        if (other != null) {
            return other;
        }
        try {
            looks.execute(() -> look(name, promise));
        } catch (RejectedExecutionException busy) {
            underWay.remove(name);
            promise.fail(new Refused(Failure.NAME));
        }
        return promise.future();
    }

    private void look(String name, Promise<List<InetAddress>> promise) {
        try {
            List<InetAddress> found = names.addresses(name);
            underWay.remove(name);
            promise.complete(found);
        } catch (UnknownHostException | RuntimeException unknown) {
            underWay.remove(name);
            promise.fail(new Refused(Failure.NAME));
        }
    }

    /** Why no connection was tried. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final Failure failure;

        Refused(Failure failure) {
            super(failure.name(), null, false, false);
            this.failure = failure;
        }

        Failure failure() {
            return failure;
        }
    }
}
