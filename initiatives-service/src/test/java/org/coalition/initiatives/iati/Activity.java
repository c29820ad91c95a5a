package org.coalition.initiatives.iati;

import java.util.UUID;

/** An activity as another publisher writes it, with what a test needs. */
final class Activity {
    private final StringBuilder transactions = new StringBuilder();
    private String identifier = "GB-GOV-1-" + UUID.randomUUID();
    private String status = "2";
    private String title = "Shelters";

    private Activity() {}

    /** In implementation, led by GB, with DE taking part, for UA; without a transaction. */
    static Activity of() {
        return new Activity();
    }

    String identifier() {
        return identifier;
    }

    Activity called(String name) {
        identifier = name;
        return this;
    }

    Activity in(String code) {
        status = code;
        return this;
    }

    Activity titled(String text) {
        title = text;
        return this;
    }

    /** By this organisation; on 15 March 2025, in the default currency. */
    Activity with(String type, String value, String provider) {
        return with(type, value, provider, "");
    }

    Activity with(String type, String value, String provider, String attributes) {
        transactions.append("""
                <transaction ref="T-1">
                  <transaction-type code="%s"/>
                  <transaction-date iso-date="2025-03-15"/>
                  <value value-date="2025-03-15" %s>%s</value>
                  <description><narrative>First tranche</narrative></description>
                  <provider-org ref="%s"><narrative>Provider</narrative></provider-org>
                  <disbursement-channel code="2"/>
                  <finance-type code="110"/>
                </transaction>
                """.formatted(type, attributes, value, provider));
        return this;
    }

    /** The document of it alone. */
    String document() {
        return document(this);
    }

    static String document(Activity... activities) {
        StringBuilder document = new StringBuilder("<iati-activities version=\"2.03\">");
        for (Activity activity : activities) {
            document.append(activity.xml());
        }
        return document.append("</iati-activities>").toString();
    }

    private String xml() {
        return """
                <iati-activity xml:lang="en" default-currency="EUR" humanitarian="1" xmlns:own="urn:own" own:mark="kept">
                  <iati-identifier>%s</iati-identifier>
                  <reporting-org ref="GB-GOV-1" type="10"><narrative>Ministry</narrative></reporting-org>
                  <title><narrative>%s</narrative><narrative xml:lang="uk">Укриття</narrative></title>
                  <description type="1"><narrative>Building of shelters</narrative></description>
                  <description type="2"><narrative>Safety of schools</narrative></description>
                  <description type="3"><narrative>Pupils</narrative></description>
                  <participating-org ref="GB-GOV-1" type="10" role="2"><narrative>Ministry</narrative></participating-org>
                  <participating-org ref="DE-1" type="10" role="4" activity-id="DE-1-77"><narrative>BMZ</narrative></participating-org>
                  <participating-org ref="GB-COH-77" type="70" role="4"><narrative>Builders</narrative></participating-org>
                  <activity-status code="%s"/>
                  <activity-date iso-date="2025-01-01" type="1"/>
                  <recipient-country code="UA" percentage="100"/>
                  <sector vocabulary="1" code="72040"/>
                  <default-finance-type code="421"/>
                  %s
                  <own:extra>kept</own:extra>
                </iati-activity>
                """.formatted(identifier, title, status, transactions);
    }
}
