package se.samverkan.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.shared.Refusal;
import tools.jackson.databind.ObjectMapper;

/**
 * Takes organisers into the database: those that are new with a level of their own beside their units, those that are
 * known with what has changed.
 *
 * <p>An organiser is known by its number; one whose number a source did not tell, by its name, type and municipality,
 * and when a later source tells the number it is the same organiser still. What an export file tells never overrides
 * what the register has told.
 */
@Component
class OrganiserIntake {

    /** A fact with the key it gets if it is new. */
    private record Told(
            @Nullable String number,
            String name,
            String type,
            @Nullable String municipality,
            boolean soleTrader,
            String source,
            String key) {

        static Told of(OrganiserFacts facts) {
            String number = facts.number();
            boolean personal = facts.soleTrader() || number != null && OrganisationNumber.isPersonal(number);
            String key = number == null || personal ? OrganisationNumber.keyThatSaysNothing() : number;
            return new Told(number, facts.name(), facts.type(), facts.municipality(), personal, facts.source(), key);
        }
    }

    private final JdbcClient database;
    private final ObjectMapper json;
    private final UnitHistory history;

    OrganiserIntake(JdbcClient database, ObjectMapper json, UnitHistory history) {
        this.database = database;
        this.history = history;
        this.json = json;
    }

    /** @return the ids of the organisers that are new or have changed */
    List<Long> accept(Collection<OrganiserFacts> facts, LocalDate today) {
        stage(facts);
        refuseUnknownMunicipality();
        match();
        List<Long> touched = Stream.concat(correct().stream(), add().stream()).toList();
        giveLevelsOfTheirOwn(touched, today);
        return touched;
    }

    private void stage(Collection<OrganiserFacts> facts) {
        database.sql("""
                        create temporary table if not exists incoming_organiser (
                            place int primary key, number text, name text not null, type text not null,
                            municipality char(4), sole_trader boolean not null, source text not null,
                            key text not null, known bigint) on commit drop
                        """).update();
        database.sql("truncate incoming_organiser").update();
        database.sql("""
                        insert into incoming_organiser
                        select distinct on (coalesce(number, lower(name) || type || coalesce(municipality, '')))
                            row_number() over (), number, trim(name), type, municipality, "soleTrader", source, key
                        from jsonb_to_recordset(?::jsonb) as t (number text, name text, type text, municipality text,
                            "soleTrader" boolean, source text, key text)
                        """)
                .param(json.writeValueAsString(facts.stream().map(Told::of).toList()))
                .update();
        database.sql("analyze incoming_organiser").update();
    }

    private void refuseUnknownMunicipality() {
        database.sql("""
                        select municipality from incoming_organiser i where municipality is not null and not exists
                            (select from organisation.municipality m where m.code = i.municipality) limit 1
                        """).query(String.class).optional().ifPresent(code -> {
            throw Refusal.rule("organisation.refusal.municipality-unknown", code);
        });
    }

    private void match() {
        database.sql("""
                        update incoming_organiser i set known = coalesce(
                            (select o.id from organisation.organisation o where o.number = i.number),
                            (select min(o.id) from organisation.organisation o
                             where o.kind = 'ORGANISER' and (o.number is null or i.number is null)
                               and lower(o.name) = lower(i.name) and o.organiser_type = i.type
                               and o.municipality is not distinct from i.municipality))
                        """).update();
    }

    private List<Long> correct() {
        return database.sql("""
                        update organisation.organisation o set
                            number = coalesce(o.number, i.number),
                            name = case when i.firm then i.name else o.name end,
                            organiser_type = case when i.firm then i.type else o.organiser_type end,
                            municipality = coalesce(case when i.firm then i.municipality end, o.municipality),
                            sole_trader = o.sole_trader or i.sole_trader,
                            key = case when i.sole_trader and not o.sole_trader and o.key = o.number
                                then i.key else o.key end,
                            source = case when i.firm then i.source else o.source end,
                            version = o.version + 1
                        from (select i.*, i.source <> 'EXPORT' or k.source = 'EXPORT' as firm
                              from incoming_organiser i join organisation.organisation k on k.id = i.known) i
                        where o.id = i.known and (
                            (o.number is null and i.number is not null)
                            or (i.sole_trader and not o.sole_trader)
                            or (i.firm and (o.name, o.organiser_type, o.source) is distinct from (i.name, i.type, i.source))
                            or (i.firm and i.municipality <> coalesce(o.municipality, '')))
                        returning o.id
                        """).query(Long.class).list();
    }

    private List<Long> add() {
        return database.sql("""
                        insert into organisation.organisation
                            (kind, key, number, name, organiser_type, municipality, sole_trader, source)
                        select 'ORGANISER', key, number, name, type, municipality, sole_trader, source
                        from incoming_organiser where known is null order by place
                        returning id
                        """).query(Long.class).list();
    }

    private void giveLevelsOfTheirOwn(List<Long> organisers, LocalDate today) {
        List<Long> levels = database.sql("""
                        insert into organisation.unit (kind, key, name, organiser, municipality, source)
                        select 'ORGANISER', 'H' || key, name, id, municipality, source
                        from organisation.organisation where id = any (?)
                        on conflict (organiser) where kind = 'ORGANISER' do update set key = excluded.key,
                            name = excluded.name, municipality = excluded.municipality, source = excluded.source,
                            version = unit.version + 1
                        returning id
                        """)
                .param(organisers.toArray(Long[]::new))
                .query(Long.class)
                .list();
        history.keep(levels, today);
    }
}
