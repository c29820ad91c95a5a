package org.coalition.initiatives.delivery;

import org.coalition.initiatives.contribution.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A serial-numbered article of a delivery.")
record Article(
        String serialNumber,
        String description,
        Money value,

        @Schema(description = "Whether its use is checked after it has arrived.")
        boolean sensitive,

        ArticleStatus status) {

    static Article of(ArticleTerms terms) {
        return new Article(
                terms.serialNumber(), terms.description(), terms.value(), terms.sensitive(), ArticleStatus.EXPECTED);
    }

    ArticleTerms terms() {
        return new ArticleTerms(serialNumber, description, value, sensitive);
    }

    Article become(ArticleStatus next) {
        return new Article(serialNumber, description, value, sensitive, next);
    }
}
