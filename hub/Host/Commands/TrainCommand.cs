using System.CommandLine;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Linkage;
using IntegrationHub.Host.Models;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Host.Commands;

/// <summary><c>train FILE</c> or <c>train registry</c>: learns a match model without labels and writes its document.</summary>
public static class TrainCommand
{
    public static Command Create(Terminal terminal)
    {
        var words = terminal.Words;
        var file = FileOptions.FileOrRegistry(words);
        var (mapping, columns, node) = (FileOptions.Mapping(words), FileOptions.Columns(words), new NodeOptions(words));
        var hide = new Option<string[]>("--hide") { Description = words["evaluate.hide"], HelpName = "COLUMN" };
        var truth = new Option<string?>("--truth") { Description = words["train.truth"], HelpName = "COLUMN" };
        var pattern = new Option<string?>("--truth-pattern") { Description = words["evaluate.truth-pattern"], HelpName = "REGEX" };
        var output = new Option<FileInfo?>("--out") { Description = words["train.out"], HelpName = "FILE" };
        var report = new Option<FileInfo?>("--report") { Description = words["train.report"], HelpName = "FILE.html" };
        var command = new Command("train", words["train.about"]) { file, mapping, columns, hide, truth, pattern, output, report };
        node.AddTo(command);
        FileOptions.KeepInputs(command, words, output, report);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetValue(file) is { } named && !FileOptions.IsRegistry(named.ToString()) ? named.FullName : null;
            var target = parsed.GetValue(output)?.FullName ?? (path is null ? Path.GetFullPath("registry.model.yaml") : Path.ChangeExtension(path, ".model.yaml"));
            FileOptions.KeepApart(words, [target, .. path is null ? (string[])[] : [path], .. parsed.GetValue(report) is { } drawn ? (string[])[drawn.FullName] : []]);
            var answers = parsed.GetValue(truth) is { } column ? new TruthColumn(column, TruthColumn.Pattern(parsed.GetValue(pattern), words)) : null;
            var population = path is null
                ? await RegistryAsync(node, parsed, terminal, cancellationToken)
                : await FileAsync(path, answers, parsed.GetValue(hide) ?? [], parsed.GetValue(mapping), parsed.GetValue(columns), terminal, cancellationToken);
            var outcome = await Task.Run(() => ModelTrainer.Train(population.Records, cancellationToken), cancellationToken);
            TrainingSummary.Write(outcome, terminal);
            if (outcome.Model is not { } model)
            {
                return ExitCode.Failed;
            }

            await WholeFile.WriteAsync(target, part => File.WriteAllTextAsync(part, model.Document, cancellationToken));
            terminal.Result(words["train.written", target]);
            if (parsed.GetValue(report) is { } page)
            {
                var measured = population.Truth is { } known ? await Task.Run(() => Measure(model, population, known, cancellationToken), cancellationToken) : null;
                var told = new ModelReport(model, outcome.Report, measured, words).Write();
                await WholeFile.WriteAsync(page.FullName, part => File.WriteAllTextAsync(part, told, cancellationToken));
                terminal.Result(words["train.reported", page.FullName]);
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static async Task<TrainingPopulation> FileAsync(
        string path, TruthColumn? answers, string[] hide, string? mapping, FileInfo? columns, Terminal terminal, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> asked = answers is null ? hide : [answers.Column, .. hide];
        var rows = await FileRowsReader.ReadAsync(path, asked, terminal, cancellationToken);
        rows.RequireAny(path, terminal);
        answers?.RequireIn(rows.Columns, terminal.Words);
        var hidden = RecordIds.Hidden(rows, asked);
        IReadOnlyList<SourceRecord> shown = [.. rows.Rows.Select(row => HiddenColumns.Without(row, hidden))];
        var reading = MappingChoice.ForFile(mapping, FileOptions.ReadColumns(columns, terminal.Words), shown, hidden, save: null, terminal);
        var (records, rowOf) = reading.Read(shown, TimeProvider.System.GetUtcNow(), cancellationToken);
        return new TrainingPopulation(records, rowOf, answers?.Of(rows.Rows, terminal.Words));
    }

    private static async Task<TrainingPopulation> RegistryAsync(NodeOptions node, ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var shelf = await OpenShelf.OfAsync(node.Read(parsed), terminal.Words, cancellationToken);
        var records = await Task.Run(() => PaddedRecords.Of(shelf.Shadow.Records(MatchModel.French, cancellationToken)).ToList(), cancellationToken);
        return new TrainingPopulation(records, [], null);
    }

    private static IReadOnlyList<MeasuredPoint> Measure(MatchModel model, TrainingPopulation population, IReadOnlyDictionary<int, string> truth, CancellationToken cancellationToken) =>
        MeasuredCurve.Of(Linker.Link(model, TemplateRecords.For(model, population.Records), cancellationToken: cancellationToken).Pairs, population.RowOf, truth);
}
