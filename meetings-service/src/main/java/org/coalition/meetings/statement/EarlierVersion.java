package org.coalition.meetings.statement;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A version of a joint statement that another one has replaced, with what the parties had said of it. */
@Entity
@Immutable
@Table(name = "statement_earlier_version")
class EarlierVersion {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "statement_id")
    private Statement statement;

    @Embedded
    private TextVersion content;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Endorsement> endorsements;

    protected EarlierVersion() {}

    EarlierVersion(UUID id, Statement statement) {
        this.id = id;
        this.statement = statement;
        content = statement.current();
        endorsements = statement.endorsements();
    }

    Statement statement() {
        return statement;
    }

    TextVersion content() {
        return content;
    }

    List<Endorsement> endorsements() {
        return endorsements;
    }
}
