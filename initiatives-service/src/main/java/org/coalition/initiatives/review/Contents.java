package org.coalition.initiatives.review;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.coalition.initiatives.contribution.Contributions;

/** What is reviewed, as it is now; the database writes it in the one form over which its hash is taken. */
@Singleton
class Contents {
    private final Contributions contributions;

    Contents(Contributions contributions) {
        this.contributions = contributions;
    }

    /** @param contribution null if the initiative itself is reviewed */
    String hash(UUID initiative, UUID contribution) {
        return read("content_hash", initiative, contribution);
    }

    /** @param contribution null if the initiative itself is reviewed */
    String canonical(UUID initiative, UUID contribution) {
        return read("reviewed_content", initiative, contribution);
    }

    private String read(String function, UUID initiative, UUID contribution) {
        return contribution == null
                ? text("'%s(?, null)', e.id".formatted(function), "Initiative", initiative)
                : text("'%s(?, ?)', e.initiativeId, e.id".formatted(function), "Contribution", contribution);
    }

    private String text(String call, String subject, UUID id) {
        return contributions
                .find("select cast(sql(%s) as String) from %s e where e.id = ?1".formatted(call, subject), id)
                .project(String.class)
                .singleResult();
    }
}
