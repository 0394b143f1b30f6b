using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Linkage;
using IntegrationHub.Host.Reviewing;
using IntegrationHub.Host.Texts;
using IntegrationHub.Host.Web.Views;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Host.Commands;

/// <summary><c>explain</c>: why two lines of a file score what they score, as text, as data or as a picture.</summary>
public static class ExplainCommand
{
    private const double Bit = 1000.0;

    private static readonly JsonSerializerOptions Data = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create(Terminal terminal)
    {
        var words = terminal.Words;
        var file = FileOptions.File(words);
        var lines = new Argument<long[]>("LINES") { Description = words["explain.lines"], Arity = new ArgumentArity(2, 2) };
        var (mapping, columns, model) = (FileOptions.Mapping(words), FileOptions.Columns(words), FileOptions.Model(words));
        var hide = new Option<string[]>("--hide") { Description = words["evaluate.hide"], HelpName = "COLUMN" };
        var picture = new Option<FileInfo?>("--svg") { Description = words["explain.svg"], HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = words["explain.json"] };
        var command = new Command("explain", words["explain.about"]) { file, lines, mapping, columns, model, hide, picture, json };
        FileOptions.KeepInputs(command, words, picture);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var unseen = parsed.GetValue(hide) ?? [];
            var rows = await FileRowsReader.ReadAsync(parsed.GetRequiredValue(file).FullName, unseen, terminal, cancellationToken);
            rows.RequireAny(parsed.GetRequiredValue(file).FullName, terminal);
            // No more and no less than dedupe hides: it is its model that is to explain the pair.
            var hidden = unseen.ToHashSet(StringComparer.Ordinal);
            IReadOnlyList<Connectors.Abstractions.SourceRecord> shown = [.. rows.Rows.Select(row => HiddenColumns.Without(row, hidden))];
            var said = FileOptions.ReadColumns(parsed.GetValue(columns), words);
            var reading = MappingChoice.ForFile(parsed.GetValue(mapping), said, shown, hidden, save: null, terminal);
            var (records, rowOf) = reading.Read(shown, TimeProvider.System.GetUtcNow(), cancellationToken);
            var chosen = await Task.Run(() => ModelChoice.Of(parsed.GetValue(model), records, terminal, cancellationToken), cancellationToken);
            records = TemplateRecords.For(chosen, records);
            var asked = parsed.GetRequiredValue(lines).Select(line => Record(line, rows, records, rowOf, words)).ToArray();
            var evidence = chosen.Explain(asked[0], asked[1]);
            var view = EvidenceWords.View(words, evidence, chosen.ReviewThreshold / Bit, chosen.LinkThreshold / Bit);
            if (parsed.GetValue(json))
            {
                terminal.Result(JsonSerializer.Serialize(evidence, Data));
            }
            else
            {
                Write(view, terminal);
            }

            if (parsed.GetValue(picture) is { } target)
            {
                await WholeFile.WriteAsync(target.FullName, part => System.IO.File.WriteAllTextAsync(part, WaterfallDrawing.Draw(view, words), cancellationToken));
                terminal.Say("explain.drawn", target.FullName);
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static MatchRecord Record(long line, FileRows rows, IReadOnlyList<MatchRecord> records, IReadOnlyList<int> rowOf, Words words)
    {
        for (var i = 0; i < records.Count; i++)
        {
            if (FileRows.Line(rows.Rows[rowOf[i]]) == line)
            {
                return records[i];
            }
        }

        throw new UsageException(words["explain.no-line", line]);
    }

    private static void Write(EvidenceView view, Terminal terminal)
    {
        string Signed(double bits) => terminal.Words["bits.signed", bits];

        foreach (var bar in view.Bars)
        {
            var rarity = bar.FrequencyBits == 0 ? "" : $" ({terminal.Words["explain.rarity", Signed(bar.FrequencyBits)]})";
            terminal.Result($"{Signed(bar.Bits),7}  {terminal.Words["evidence.line", bar.Comparison, bar.Level]}{rarity}");
        }

        terminal.Result($"{Signed(view.Total),7}  {terminal.Words["explain.total"]}, {terminal.Words["explain.thresholds", Signed(view.Review), Signed(view.Link)]}");
        foreach (var veto in view.Vetoes)
        {
            terminal.Result($"         {veto}");
        }

        terminal.Result($"         {view.Model}");
    }
}
