package org.coalition.initiatives.delivery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What can be edited of a delivery until it is dispatched; PATCH it by JSON Merge Patch.")
record ReviseDelivery(
        @NotBlank @Size(max = 1000) String description,

        @Size(max = PlanDelivery.MOST_ARTICLES) List<@NotNull @Valid ArticleTerms> articles) {

    ReviseDelivery {
        articles = articles == null ? List.of() : articles;
    }
}
