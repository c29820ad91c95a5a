package org.coalition.initiatives.iati;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.problem.NotFound;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Initiatives;
import org.jboss.resteasy.reactive.RestResponse;
import org.w3c.dom.Element;

/** The initiatives that a caller may know of as a document of activities, page by page. */
@Singleton
class Activities {
    private static final String VERSION = "2.03";

    private final Initiatives initiatives;
    private final ExportReads reads;
    private final ActivityWriter writer;
    private final Merging merging;
    private final IatiXml xml;
    private final Clock clock;

    Activities(
            Initiatives initiatives,
            ExportReads reads,
            ActivityWriter writer,
            Merging merging,
            IatiXml xml,
            Clock clock) {
        this.initiatives = initiatives;
        this.reads = reads;
        this.writer = writer;
        this.merging = merging;
        this.xml = xml;
        this.clock = clock;
    }

    /**
     * A page of them.
     *
     * @param only a single one; null for all
     * @throws NotFound 404 if there is none: a document of the standard has at least one activity
     */
    RestResponse<byte[]> page(UUID only, PageQuery query) {
        Page<Initiative> page = reads.bounded(initiatives.known(only, query), query);
        if (page.items().isEmpty()) {
            throw new NotFound("IATI activity", only == null ? "that is published" : only);
        }
        List<Element> activities = new ArrayList<>();
        for (ExportActivity told : reads.of(page.items())) {
            Branch ours = writer.write(told);
            Branch written = told.source() == null ? ours : merging.merge(told.source(), told.initiative(), ours);
            activities.add(written.element());
        }
        Branch root = xml.root("iati-activities").with("version", VERSION).with("generated-datetime", clock.instant());
        RestResponse.ResponseBuilder<byte[]> answer = RestResponse.ResponseBuilder.ok(xml.document(root, activities));
        if (page.next() != null) {
            answer.header(
                    "Link",
                    "</v1/iati/activities?limit=%d&cursor=%s>; rel=\"next\"".formatted(query.fetch() - 1, page.next()));
        }
        return answer.build();
    }
}
