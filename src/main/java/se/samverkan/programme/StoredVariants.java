package se.samverkan.programme;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The variants in the database. */
@Component
class StoredVariants implements Variants {

    private final JdbcClient database;

    StoredVariants(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<VariantView> all() {
        return database.sql(
                        "select key, name_sv as swedish, name_en as english from programme.variant order by position")
                .query(VariantView.class)
                .list();
    }

    @Override
    public Optional<VariantView> find(String key) {
        return all().stream().filter(variant -> variant.key().equals(key)).findFirst();
    }
}
