package org.coalition.initiatives.iati;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Map;

/** Under which names the coalition publishes. */
@ConfigMapping(prefix = "iati")
public interface IatiConfig {
    @WithName("reporting-org")
    ReportingOrg reportingOrg();

    /** The organisation identifiers (org-id.guide) of the parties that have one, by their codes; others go by the code itself. */
    Map<String, String> organisations();

    /** What a tag says that names an aspect of ours. */
    @WithName("aspect-vocabulary")
    @WithDefault("urn:coalition:aspect")
    String aspectVocabulary();

    /** Who publishes what was not imported from elsewhere. */
    interface ReportingOrg {
        @WithDefault("XI-COALITION")
        String ref();

        /** OrganisationType; 40 is multilateral. */
        @WithDefault("40")
        String type();

        @WithDefault("Coalition")
        String name();
    }
}
