package se.samverkan.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samverkan.evaluation.method.Power;
import se.samverkan.evaluation.method.Power.Plan;
import se.samverkan.shared.page.Words;
import tools.jackson.databind.json.JsonMapper;

/** {@code samverkan power}: what size of effect could be seen, by rounds invented on the real history of units. */
@Command(name = "power")
final class PowerCommand implements Callable<Integer> {

    private static final int DECIMALS = 2;
    private static final int PERCENT = 100;

    private final Locale locale;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(names = "--panel", paramLabel = "FILE", required = true)
    private String panel = "";

    @Option(names = "--treated", paramLabel = "N", required = true)
    private int treated;

    @Option(names = "--compared", paramLabel = "M", required = true)
    private int compared;

    @Option(names = "--after", paramLabel = "PERIODS")
    private int after = 1;

    @Option(names = "--draws", paramLabel = "N")
    private int draws = 2_000;

    @Option(names = "--seed", paramLabel = "S")
    private long seed = 1;

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    PowerCommand(Locale locale) {
        this.locale = locale;
    }

    @Override
    public Integer call() {
        Power.Answer answer = Power.of(InputFile.content(panel), new Plan(treated, compared, after, draws, seed));
        Terminal terminal =
                new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), json, locale);
        if (json) {
            terminal.json(answer, JsonMapper.shared());
        } else {
            say(answer, terminal);
        }
        return ExitCode.OK;
    }

    private static void say(Power.Answer answer, Terminal terminal) {
        Words words = terminal.words();
        Plan plan = answer.plan();
        terminal.say("evaluation.power.history", answer.units(), answer.periods(), answer.incomplete());
        terminal.say(
                "evaluation.power.detectable",
                plan.treated(),
                plan.compared(),
                plan.after(),
                words.number(answer.detectable(), DECIMALS));
        terminal.say("evaluation.power.false", words.number(PERCENT * answer.falseAlarms(), 1));
        answer.chances()
                .forEach(chance -> terminal.say(
                        "evaluation.power.chance",
                        words.number(chance.effect(), DECIMALS),
                        words.number(PERCENT * chance.seen(), 0)));
    }
}
