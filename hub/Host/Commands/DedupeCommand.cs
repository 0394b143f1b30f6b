using System.CommandLine;
using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Linkage;

namespace IntegrationHub.Host.Commands;

/// <summary><c>dedupe</c>: a file in, the same file with a cluster column and a report out; no hub needed.</summary>
public static class DedupeCommand
{
    public static Command Create(Terminal terminal)
    {
        var words = terminal.Words;
        var file = FileOptions.File(words);
        var (mapping, save) = (FileOptions.Mapping(words), FileOptions.SaveMapping(words));
        var (model, columns) = (FileOptions.Model(words), FileOptions.Columns(words));
        var output = new Option<FileInfo?>("--out") { Description = words["dedupe.out"], HelpName = "FILE" };
        var report = new Option<FileInfo?>("--report") { Description = words["dedupe.report"], HelpName = "FILE" };
        var timings = new Option<bool>("--timings") { Description = words["cli.timings"] };
        var command = new Command("dedupe", words["dedupe.about"]) { file, mapping, columns, model, save, output, report, timings };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file).FullName;
            if (parsed.GetValue(output)?.FullName == path || parsed.GetValue(report)?.FullName == path)
            {
                throw new UsageException(words["dedupe.over-itself", path]);
            }

            var times = new PhaseTimes(TimeProvider.System);
            var rows = await FileRowsReader.ReadAsync(path, [], terminal, cancellationToken);
            var target = parsed.GetValue(output)?.FullName ?? Beside(path, ".clusters.csv");
            var (habit, delimiter) = (TextHabit.Of(path, cancellationToken), await ClusteredFile.DelimiterAsync(path, cancellationToken));
            if (rows.Rejected.Count > 0)
            {
                var kept = Beside(target, ".rejected.csv");
                await RejectedRows.WriteAsync(kept, delimiter, habit, rows.Rejected, cancellationToken);
                Rejections.Say(rows, terminal);
                terminal.Say("dedupe.rejected", kept);
            }

            times.End("read");
            if (rows.Rows.Count == 0)
            {
                terminal.Say("file.empty", path);
                return rows.Rejected.Count > 0 ? ExitCode.Failed : ExitCode.Ok;
            }

            var said = FileOptions.ReadColumns(parsed.GetValue(columns), words);
            var reading = MappingChoice.ForFile(parsed.GetValue(mapping), said, rows.Rows, new HashSet<string>(), parsed.GetValue(save), terminal);
            times.End("columns");
            var linked = await OneShot.LinkAsync(rows.Rows, reading, parsed.GetValue(model), TimeProvider.System.GetUtcNow(), terminal, times, cancellationToken);
            await ClusteredFile.WriteAsync(target, delimiter, habit, rows, linked, cancellationToken);
            var told = parsed.GetValue(report)?.FullName ?? Beside(path, ".report.txt");
            await DedupeReport.WriteAsync(told, path, rows, linked, words, cancellationToken);
            terminal.Result(words["dedupe.done", words.Count(rows.Rows.Count), words.Count(linked.Clusters().Count), words.Count(linked.DoubtfulRows().Count)]);
            terminal.Result(words["dedupe.written", target, told]);
            times.End("write");
            if (parsed.GetValue(timings))
            {
                times.Say(terminal);
            }

            return rows.Rejected.Count > 0 ? ExitCode.Partial : ExitCode.Ok;
        });
        return command;
    }

    private static string Beside(string path, string ending) =>
        Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path) + ending);
}
