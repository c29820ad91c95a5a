package org.coalition.initiatives.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coalition.defaults.problem.RuleViolated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The serial-numbered articles of a delivery.
 *
 * @param listed the serial numbers that no other delivery of the line may list meanwhile
 */
@Embeddable
record Articles(
        @JdbcTypeCode(SqlTypes.JSON) @Column(name = "articles")
        List<Article> all,

        @JdbcTypeCode(SqlTypes.ARRAY) @Column(name = "serial_numbers")
        String[] listed) {

    static Articles of(List<ArticleTerms> terms) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < terms.size(); i++) {
            if (!seen.add(terms.get(i).serialNumber())) {
                throw new RuleViolated(
                        "/articles/%d/serialNumber".formatted(i), "duplicate", "It is listed twice; list each once.");
            }
        }
        return with(terms.stream().map(Article::of).toList());
    }

    /** All of them received but these. */
    Articles receivedBut(List<String> missing) {
        requireListed("/notReceived/", missing);
        return with(all.stream()
                .map(article -> article.become(
                        missing.contains(article.serialNumber()) ? ArticleStatus.NOT_RECEIVED : ArticleStatus.RECEIVED))
                .toList());
    }

    Articles returned(List<String> returned) {
        requireListed("/serialNumbers/", returned);
        return with(all.stream()
                .map(article ->
                        returned.contains(article.serialNumber()) ? article.become(ArticleStatus.RETURNED) : article)
                .toList());
    }

    /** Those of a delivery that never comes: their serial numbers are free again. */
    Articles unlisted() {
        return new Articles(all, new String[0]);
    }

    List<ArticleTerms> terms() {
        return all.stream().map(Article::terms).toList();
    }

    private void requireListed(String pointer, List<String> serialNumbers) {
        for (int i = 0; i < serialNumbers.size(); i++) {
            if (!List.of(listed).contains(serialNumbers.get(i))) {
                throw new RuleViolated(
                        pointer + i, "unknown-article", "No article with this serial number is listed or still there.");
            }
        }
    }

    private static Articles with(List<Article> articles) {
        return new Articles(
                articles,
                articles.stream()
                        .filter(article -> article.status().isListed())
                        .map(Article::serialNumber)
                        .toArray(String[]::new));
    }
}
