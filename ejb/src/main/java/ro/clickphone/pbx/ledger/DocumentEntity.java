package ro.clickphone.pbx.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "ledger_document")
class DocumentEntity {
    @EmbeddedId
    @SuppressWarnings("unused") // the database reads it
    private LedgerKey key;

    @Column(updatable = false)
    private String document;

    protected DocumentEntity() {}

    DocumentEntity(LedgerKey key, DocumentNumber document) {
        this.key = key;
        this.document = document.value();
    }

    DocumentNumber number() {
        return new DocumentNumber(document);
    }
}
