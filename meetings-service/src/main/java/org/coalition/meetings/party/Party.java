package org.coalition.meetings.party;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.RuleViolated;

/** A state or organisation taking part. Parties hold positions and make pledges; people only speak for them. */
@Entity
@Table(name = "party")
public class Party extends Aggregate {
    @Column(updatable = false)
    private String code;

    private String name;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private PartyKind kind;

    @Column(name = "member_since")
    private LocalDate memberSince;

    /** The words of the name, kept by the database. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // Queries search it.
    private String search;

    protected Party() {}

    private Party(UUID id, RegisterParty registration, Instant now) {
        super(id, now);
        this.code = registration.code();
        this.kind = registration.kind();
        this.name = registration.name();
        this.memberSince = registration.memberSince();
    }

    static Created<Party> register(UUID id, RegisterParty registration, Instant now) {
        boolean isState =
                Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(registration.code());
        if (registration.kind() == PartyKind.STATE && !isState) {
            throw new RuleViolated(
                    "/code", "unknown-country", registration.code() + " is no country code of ISO 3166-1 alpha-2.");
        }
        return new Created<>(new Party(id, registration, now), new PartyEvent.Registered());
    }

    PartyEvent revise(ReviseParty revision) {
        name = revision.name();
        memberSince = revision.memberSince();
        return new PartyEvent.Revised();
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    PartyKind kind() {
        return kind;
    }

    LocalDate memberSince() {
        return memberSince;
    }
}
