package org.coalition.initiatives.imports;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What became of each item of an import, in their order.")
public record ImportReport(
        @Schema(description = "Whether everything was only tried; the paths are then of nothing.")
        boolean validatedOnly,

        int created,
        int refused,
        List<ImportItem> items) {

    static ImportReport of(boolean validatedOnly, List<ImportItem> items) {
        int created =
                (int) items.stream().filter(item -> item.problem() == null).count();
        return new ImportReport(validatedOnly, created, items.size() - created, items);
    }
}
