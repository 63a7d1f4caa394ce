package se.samverkan.access.people;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import se.samverkan.access.Role;
import se.samverkan.access.Verb;

/** The table of rights as people read it. It is no secret: whoever wonders why something is refused finds it here. */
@Controller
class RightsController {

    private final JdbcClient database;

    RightsController(JdbcClient database) {
        this.database = database;
    }

    @GetMapping("/rights")
    ModelAndView rights() {
        Map<Role, Set<Verb>> rights = new EnumMap<>(Role.class);
        List<Role> roles = new ArrayList<>();
        database.sql("""
                        select r.role, p.verb, p.reach <> 'NONE' as may
                        from access.role r join access.permission p on p.role = r.role order by r.position
                        """).query(row -> {
            Role role = Role.valueOf(row.getString("role"));
            Set<Verb> held = rights.computeIfAbsent(role, each -> {
                roles.add(each);
                return EnumSet.noneOf(Verb.class);
            });
            if (row.getBoolean("may")) {
                held.add(Verb.valueOf(row.getString("verb")));
            }
        });
        return new ModelAndView("access/people/rights")
                .addObject("roles", roles)
                .addObject("rights", rights);
    }
}
