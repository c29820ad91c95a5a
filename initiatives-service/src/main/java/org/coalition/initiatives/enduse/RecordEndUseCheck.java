package org.coalition.initiatives.enduse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.coalition.initiatives.delivery.Document;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Records an end-use check: an inventory of articles of one delivery by their serial numbers.")
record RecordEndUseCheck(
        @Schema(description = "The day on which they were looked at (UTC): since their arrival, and not to come.")
        @NotNull
        LocalDate checkedOn,

        @Schema(examples = "Depot 7, Rzeszow") @NotBlank @Size(max = 200)
        String place,

        @Schema(description = "Of one holder, each once.") @NotEmpty @Size(max = 100)
        List<@NotNull @Valid ArticleResult> results,

        @Size(max = 2000) String remark,
        @Valid Document document) {

    List<String> serialNumbers() {
        return results.stream().map(ArticleResult::serialNumber).toList();
    }
}
