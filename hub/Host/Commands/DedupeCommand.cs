using System.CommandLine;
using IntegrationHub.Connectors.Abstractions;
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
        var hide = new Option<string[]>("--hide") { Description = words["dedupe.hide"], HelpName = "COLUMN" };
        var timings = new Option<bool>("--timings") { Description = words["cli.timings"] };
        var command = new Command("dedupe", words["dedupe.about"]) { file, mapping, columns, model, save, hide, output, report, timings };
        FileOptions.KeepInputs(command, words, save, output, report);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file).FullName;
            var times = new PhaseTimes(TimeProvider.System);
            var passes = await FilePasses.OpenAsync(path, parsed.GetValue(hide) ?? [], terminal, cancellationToken);
            var target = parsed.GetValue(output)?.FullName ?? Beside(path, ".clusters.csv");
            var told = parsed.GetValue(report)?.FullName ?? Beside(path, ".report.txt");
            FileOptions.KeepApart(words, path, target, told, Beside(target, ".rejected.csv"));
            var (habit, delimiter) = (TextHabit.Of(path, cancellationToken), await ClusteredFile.DelimiterAsync(path, cancellationToken));
            times.End("read");
            if (passes.Head.Rows.Count == 0)
            {
                await KeepAsync(passes.Head.Rejected);
                terminal.Say(passes.Head.Rejected.Count > 0 ? "file.none-readable" : "file.empty", path);
                return passes.Head.Rejected.Count > 0 ? ExitCode.Failed : ExitCode.Ok;
            }

            var said = FileOptions.ReadColumns(parsed.GetValue(columns), words);
            var reading = MappingChoice.ForFile(parsed.GetValue(mapping), said, passes.Shown(passes.Head.Rows), passes.Hidden.ToHashSet(), parsed.GetValue(save), terminal);
            times.End("columns");
            var received = TimeProvider.System.GetUtcNow();
            var title = passes.IsWhole ? null : words["cli.reading", Path.GetFileName(path)];
            var linked = await new OneShot(reading, received, terminal, times)
                .LinkAsync(progress => passes.ReadShownAsync(progress, cancellationToken), title, parsed.GetValue(model), cancellationToken);

            var (sizes, doubts) = (linked.Sizes(), linked.DoubtfulRows());
            var shown = new ShownRows(linked, sizes, doubts);
            var people = reading.Reader(received);
            var rejected = new List<RejectedRecord>();
            await terminal.FollowAsync(words["dedupe.writing", Path.GetFileName(target)], async progress =>
            {
                await ClusteredFile.WriteAsync(target, delimiter, habit, passes.Head.Columns, passes.ReadAsync(rejected, progress, cancellationToken), linked,
                    (row, record) => shown.Take(row, record, taken => people(passes.Shown(taken))), cancellationToken);
                return 0;
            });
            await new DedupeReport(linked, sizes, doubts.Count, shown, rejected, words).WriteAsync(told, path, cancellationToken);
            terminal.Result(words["dedupe.done", words.Count(linked.ClusterOfRow.Count), words.Count(sizes.Length), words.Count(doubts.Count)]);
            terminal.Result(words["dedupe.written", target, told]);
            await KeepAsync(rejected);
            times.End("write");
            if (parsed.GetValue(timings))
            {
                times.Say(terminal);
            }

            return rejected.Count > 0 ? ExitCode.Partial : ExitCode.Ok;

            async Task KeepAsync(IReadOnlyList<RejectedRecord> unread)
            {
                if (unread.Count > 0)
                {
                    var kept = Beside(target, ".rejected.csv");
                    await RejectedRows.WriteAsync(kept, delimiter, habit, unread, cancellationToken);
                    Rejections.Say(unread, terminal);
                    terminal.Say("dedupe.rejected", kept);
                }
            }
        });
        return command;
    }

    private static string Beside(string path, string ending) =>
        Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path) + ending);
}
