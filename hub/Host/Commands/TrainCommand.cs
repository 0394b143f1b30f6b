using System.CommandLine;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Linkage;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Host.Commands;

/// <summary><c>train</c>: learns a match model from a file, without labels, and writes its document.</summary>
public static class TrainCommand
{
    public static Command Create(Terminal terminal)
    {
        var words = terminal.Words;
        var file = FileOptions.File(words);
        var (mapping, columns) = (FileOptions.Mapping(words), FileOptions.Columns(words));
        var hide = new Option<string[]>("--hide") { Description = words["evaluate.hide"], HelpName = "COLUMN" };
        var output = new Option<FileInfo?>("--out") { Description = words["train.out"], HelpName = "FILE" };
        var command = new Command("train", words["train.about"]) { file, mapping, columns, hide, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file).FullName;
            var rows = await FileRowsReader.ReadAsync(path, [], terminal, cancellationToken);
            var hidden = RecordIds.Hidden(rows, parsed.GetValue(hide) ?? []);
            IReadOnlyList<Connectors.Abstractions.SourceRecord> shown = [.. rows.Rows.Select(row => HiddenColumns.Without(row, hidden))];
            var said = FileOptions.ReadColumns(parsed.GetValue(columns), words);
            var reading = MappingChoice.ForFile(parsed.GetValue(mapping), said, shown, hidden, save: null, terminal);
            var (records, _) = reading.Read(shown, TimeProvider.System.GetUtcNow(), cancellationToken);
            var outcome = await Task.Run(() => ModelTrainer.Train(records, cancellationToken), cancellationToken);
            TrainingSummary.Write(outcome, terminal);
            if (outcome.Model is null)
            {
                return ExitCode.Failed;
            }

            var target = parsed.GetValue(output)?.FullName ?? Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path) + ".model.yaml");
            await File.WriteAllTextAsync(target, outcome.Model.Document, cancellationToken);
            terminal.Result(words["train.written", target]);
            return ExitCode.Ok;
        });
        return command;
    }
}
