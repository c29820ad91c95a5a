package org.coalition.defaults.broker;

import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Says of a failure what it is and, where a setting is wrong, which. */
public final class BrokerFailure {
    private BrokerFailure() {}

    /** The failure's own words, and what to look at. */
    public static String told(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String advice = advice(cause);
            if (!advice.isEmpty()) {
                return cause.getMessage() + ". " + advice;
            }
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private static String advice(Throwable cause) {
        if (cause instanceof SaslAuthenticationException) {
            return "Kafka does not know this user or refuses its password: see kafka.sasl.jaas.config";
        }
        if (cause instanceof SslAuthenticationException) {
            return "Kafka's certificate is not for this address, or not from whom kafka.ssl.truststore.location trusts";
        }
        if (cause instanceof AuthorizationException) {
            return "Kafka knows this user and does not let it: see its access rules";
        }
        if (cause instanceof TimeoutException) {
            return "Is Kafka there (kafka.bootstrap.servers), does it answer, and does it expect what kafka.security.protocol says?";
        }
        return "";
    }
}
