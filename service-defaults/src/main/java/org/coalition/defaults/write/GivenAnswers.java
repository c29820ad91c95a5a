package org.coalition.defaults.write;

import jakarta.inject.Singleton;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import java.util.Arrays;
import java.util.Optional;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.RuleViolated;
import org.hibernate.Session;

/** The answers that were given to requests with a key. All of it happens in the transaction of the change. */
@Singleton
class GivenAnswers {
    private final Session session;
    private final KeptAnswers form;

    GivenAnswers(Session session, KeptAnswers form) {
        this.session = session;
        this.form = form;
    }

    /**
     * Takes the key for this request; if another one has it, waits for that.
     *
     * @return the answer that the same request was given before; empty if this is the first
     * @throws Conflict 409 if the first one takes too long
     * @throws RuleViolated 422 if the key was used for another request
     */
    Optional<GivenAnswer> take(String caller, String key, byte[] request) {
        if (insert(caller, key, request) == 1) {
            return Optional.empty();
        }
        Object[] known = session.createNativeQuery(
                        "select request, status, body, tag, path from idempotent_answer where caller = :caller and key = :key",
                        Object[].class)
                .setParameter("caller", caller)
                .setParameter("key", key)
                .getSingleResult();
        if (!Arrays.equals((byte[]) known[0], request)) {
            throw new RuleViolated(
                    "",
                    "idempotency-key-reused",
                    "This Idempotency-Key has been used for another request; use a new key for a new request.");
        }
        String body = known[2] == null ? null : form.given((String) known[2]);
        return Optional.of(new GivenAnswer(((Number) known[1]).intValue(), body, (String) known[3], (String) known[4]));
    }

    private int insert(String caller, String key, byte[] request) {
        try {
            return session.createNativeMutationQuery(
                            "insert into idempotent_answer (caller, key, request) values (:caller, :key, :request) on conflict do nothing")
                    .setParameter("caller", caller)
                    .setParameter("key", key)
                    .setParameter("request", request)
                    .executeUpdate();
        } catch (LockTimeoutException | PessimisticLockException firstIsUnderWay) {
            throw new Conflict(
                    "The first request with this Idempotency-Key is still being carried out; repeat yours in a moment.");
        }
    }

    void give(String caller, String key, GivenAnswer answer) {
        session.createNativeMutationQuery(
                        "update idempotent_answer set status = :status, body = :body, tag = :tag, path = :path where caller = :caller and key = :key")
                .setParameter("status", answer.status())
                .setParameter("body", answer.body() == null ? null : form.kept(answer.body()))
                .setParameter("tag", answer.tag())
                .setParameter("path", answer.path())
                .setParameter("caller", caller)
                .setParameter("key", key)
                .executeUpdate();
    }
}
