package se.samverkan.cli;

import java.util.Locale;
import picocli.CommandLine.Command;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.estimate.MetaRegression;
import se.samverkan.statistics.estimate.MetaRegression.Fit;
import se.samverkan.statistics.estimate.Observed;
import tools.jackson.databind.json.JsonMapper;

/** {@code samverkan estimate}: what the figures of units can carry, by random-effects meta-regression. */
@Command(name = "estimate")
final class EstimateCommand extends ListCommand {

    private static final int DECIMALS = 4;

    EstimateCommand(Locale locale) {
        super(locale);
    }

    @Override
    void answer(byte[] content, Terminal terminal) {
        Fit fit = MetaRegression.fit(Observed.Table.read(content));
        if (terminal.speaksJson()) {
            terminal.json(fit, JsonMapper.shared());
            return;
        }
        Words words = terminal.words();
        terminal.say("cli.estimate.fit", fit.k(), words.number(fit.tau2(), DECIMALS), words.number(fit.i2(), 1));
        fit.coefficients().forEach(each -> line(terminal, each.name(), each.estimate(), each.se()));
        terminal.say("cli.estimate.units");
        fit.units().forEach(each -> line(terminal, each.id(), each.estimate(), each.se()));
    }

    private static void line(Terminal terminal, String name, double estimate, double se) {
        Words words = terminal.words();
        terminal.say("cli.estimate.line", name, words.number(estimate, DECIMALS), words.number(se, DECIMALS));
    }
}
