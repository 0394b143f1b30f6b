using System.CommandLine;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Linkage;

namespace IntegrationHub.Host.Commands;

/// <summary><c>evaluate</c>: links a file whose truth is known, and says how good the result is.</summary>
public static class EvaluateCommand
{
    public static Command Create(Terminal terminal)
    {
        var words = terminal.Words;
        var file = FileOptions.File(words);
        var truth = new Option<string>("--truth") { Description = words["evaluate.truth"], Required = true, HelpName = "COLUMN" };
        var pattern = new Option<string?>("--truth-pattern") { Description = words["evaluate.truth-pattern"], HelpName = "REGEX" };
        var hide = new Option<string[]>("--hide") { Description = words["evaluate.hide"], HelpName = "COLUMN" };
        var wrong = new Option<int>("--wrong") { Description = words["evaluate.wrong"], DefaultValueFactory = _ => 20, HelpName = "N" };
        var (mapping, save) = (FileOptions.Mapping(words), FileOptions.SaveMapping(words));
        var (model, columns) = (FileOptions.Model(words), FileOptions.Columns(words));
        var command = new Command("evaluate", words["evaluate.about"]) { file, truth, pattern, mapping, columns, model, save, hide, wrong };
        FileOptions.KeepInputs(command, words, save);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file).FullName;
            var answers = new TruthColumn(parsed.GetRequiredValue(truth), TruthColumn.Pattern(parsed.GetValue(pattern), words));
            var asked = parsed.GetValue(hide) ?? [];
            var rows = await FileRowsReader.ReadAsync(path, [answers.Column, .. asked], terminal, cancellationToken);
            rows.RequireAny(path, terminal);
            answers.RequireIn(rows.Columns, words);
            var known = answers.Of(rows.Rows, words);
            var hidden = RecordIds.Hidden(rows, [answers.Column, .. asked]);
            terminal.Say("evaluate.hidden", string.Join(", ", hidden));
            IReadOnlyList<Connectors.Abstractions.SourceRecord> shown = [.. rows.Rows.Select(row => HiddenColumns.Without(row, hidden))];
            var said = FileOptions.ReadColumns(parsed.GetValue(columns), words);
            var reading = MappingChoice.ForFile(parsed.GetValue(mapping), said, shown, hidden, parsed.GetValue(save), terminal);
            var received = TimeProvider.System.GetUtcNow();
            var linked = await new OneShot(reading, received, terminal, new PhaseTimes(TimeProvider.System))
                .LinkAsync(_ => AsyncEnumerable.Repeat(shown, 1), title: null, parsed.GetValue(model), cancellationToken);
            var people = reading.Reader(received);
            new EvaluationReport(linked, rows, row => people(shown[row]), known).Write(terminal, parsed.GetValue(wrong));
            Rejections.Say(rows.Rejected, terminal);
            return rows.Rejected.Count > 0 ? ExitCode.Partial : ExitCode.Ok;
        });
        return command;
    }
}
