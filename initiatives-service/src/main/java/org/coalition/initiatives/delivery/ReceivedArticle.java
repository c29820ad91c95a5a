package org.coalition.initiatives.delivery;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalition.initiatives.contribution.Money;

/**
 * A serial-numbered article that a recipient has confirmed to have received.
 *
 * @param value null if none was stated
 * @param arrivedOn in UTC
 */
public record ReceivedArticle(
        UUID deliveryId,
        UUID contributionId,
        UUID initiativeId,
        String recipient,
        LocalDate arrivedOn,
        String serialNumber,
        String description,
        Money value,
        boolean sensitive) {

    static Stream<ReceivedArticle> of(Delivery delivery) {
        LocalDate arrivedOn = delivery.arrival().at().atOffset(ZoneOffset.UTC).toLocalDate();
        return delivery.articles().all().stream()
                .filter(article -> article.status() == ArticleStatus.RECEIVED)
                .map(article -> new ReceivedArticle(
                        delivery.id(),
                        delivery.contributionId(),
                        delivery.initiativeId(),
                        delivery.recipient(),
                        arrivedOn,
                        article.serialNumber(),
                        article.description(),
                        article.value(),
                        article.sensitive()));
    }
}
