package org.coalition.initiatives.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What one reviewer has said of one content. It never changes; of another content it says nothing. */
@Entity
@Immutable
@Table(name = "sign_off")
class Signature {
    @Id
    private UUID id;

    /** Only the mapping reads it. */
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "review_id")
    @SuppressWarnings("unused")
    private Review review;

    @Enumerated(EnumType.STRING)
    private Side side;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private String party;
    private String person;

    @Column(name = "content_hash")
    private String contentHash;

    private String grounds;

    @Column(name = "signed_at")
    private Instant signedAt;

    protected Signature() {}

    Signature(Review review, SignOff said, Reviewer by) {
        this.review = review;
        id = by.signature();
        side = said.side();
        verdict = said.verdict();
        contentHash = said.contentHash();
        grounds = said.grounds();
        party = by.party();
        person = by.person();
        signedAt = by.at();
    }

    boolean isOf(String hash) {
        return contentHash.equals(hash);
    }

    Side side() {
        return side;
    }

    Verdict verdict() {
        return verdict;
    }

    String party() {
        return party;
    }

    String person() {
        return person;
    }

    String contentHash() {
        return contentHash;
    }

    String grounds() {
        return grounds;
    }

    Instant signedAt() {
        return signedAt;
    }
}
