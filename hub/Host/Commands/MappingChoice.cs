using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Linkage;
using IntegrationHub.Mappings.Engine;
using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mappings.Engine.Recognition;

namespace IntegrationHub.Host.Commands;

/// <summary>Finds the mapping of a file: a document, one of the catalogue by name, or a proposal from the column names.</summary>
/// <param name="Text">The document, to be kept with its connection.</param>
/// <param name="Compiled">Ready to run.</param>
/// <param name="KeyColumn">Column of the record's key; null when no column is one.</param>
public sealed record MappingChoice(string Text, CompiledMapping Compiled, string? KeyColumn)
{
    /// <summary>Columns that look like a NIR: their values must not be stored either.</summary>
    public IReadOnlyList<string> Nir { get; init; } = [];

    /// <summary>Rows that a file's columns are judged by: its first, so that all commands, which read a long file in different ways, see the same columns.</summary>
    public const int Judged = 20_000;

    private const int Sample = 500;

    /// <param name="mapping">File, or name in the catalogue; null recognises the columns.</param>
    /// <param name="rows">Some of the file's rows.</param>
    /// <param name="hidden">Columns that must not be seen.</param>
    /// <param name="save">Where to keep a proposal; null keeps none.</param>
    /// <param name="terminal">Shows the proposal.</param>
    /// <exception cref="UsageException">No such mapping, it does not compile, or no column is recognised.</exception>
    public static MappingChoice Of(
        string? mapping, IReadOnlyList<SourceRecord> rows, IReadOnlyCollection<string> hidden, FileInfo? save, Terminal terminal) =>
        mapping is null ? Proposed(rows, hidden, save, terminal) : Given(mapping, terminal);

    /// <summary>How to read a file for a one-shot: by the mapping given, or by what its columns say; columns no citizen has a place for are compared too.</summary>
    /// <param name="mapping">File, or name in the catalogue; null recognises the columns.</param>
    /// <param name="columns">What some columns are, said by a person.</param>
    /// <param name="rows">All rows, or the first <see cref="Judged"/> at least.</param>
    /// <param name="hidden">Columns that must not be seen.</param>
    /// <param name="save">Where to keep a proposed mapping; null keeps none.</param>
    /// <param name="terminal">Shows the proposal.</param>
    /// <exception cref="UsageException">No such mapping, it does not compile, a column is not in the file or is told twice, or nothing can be compared.</exception>
    public static FileReading ForFile(
        string? mapping, ColumnsDocument columns, IReadOnlyList<SourceRecord> rows, IReadOnlySet<string> hidden, FileInfo? save, Terminal terminal)
    {
        columns.RequireIn(rows, hidden, terminal.Words);
        rows = [.. rows.Take(Judged)];
        var step = Math.Max(1, rows.Count / Sample);
        var options = new RecognitionOptions { Hidden = hidden, Meanings = columns.Meanings, EveryRow = true };
        var proposal = ColumnRecognizer.Recognize([.. rows.Where((_, i) => i % step == 0)], options);
        if (mapping is not null)
        {
            columns.RequireNoMeanings(terminal.Words);
            return new FileReading(Given(mapping, terminal).Compiled, GenericColumns.Propose(rows, [.. proposal.Columns.Where(c => columns.Kinds.ContainsKey(c.Column))], hidden, columns.Kinds));
        }

        // Where nobody is told of, a date is no birth and a number names no person: every column is what its values say, but for a NIR, which is never taken unasked.
        IReadOnlyList<ColumnGuess> guesses = proposal.HasSections ? proposal.Columns : [.. proposal.Columns.Select(Plain)];
        var generic = GenericColumns.Propose(rows, guesses, hidden, columns.Kinds);
        if (generic.Count == 0 && !proposal.HasSections)
        {
            throw new UsageException(terminal.Words["mapping.none-recognised", string.Join(", ", proposal.Columns.Select(column => column.Column))]);
        }

        var compiled = proposal.HasSections ? Shown(proposal, [.. generic.Select(column => column.Column)], save, terminal).Compiled : null;
        foreach (var column in generic)
        {
            terminal.Say("columns.generic", column.Column, terminal.Words[$"columns.kind.{column.Kind}"]);
        }

        foreach (var column in compiled is null ? guesses.Where(g => generic.All(c => c.Column != g.Column) && !hidden.Contains(g.Column)) : [])
        {
            var name = ColumnText.OneLine(column.Column);
            terminal.SayText(column.Reason == RecognitionReason.Nir ? terminal.Words["mapping.nir", name] : terminal.Words["columns.left-out", name, terminal.Words["columns.why.Unknown"]]);
        }

        // A file of something else than people has no names and needs none.
        if (proposal is { HasSections: true, NamesPeople: false })
        {
            terminal.Say("mapping.nobody-named");
        }

        return new FileReading(compiled, generic);
    }

    private static ColumnGuess Plain(ColumnGuess guess) =>
        guess.Reason == RecognitionReason.Nir ? guess : guess with { Meaning = ColumnMeaning.Unknown, Reason = RecognitionReason.Unknown };

    private static MappingChoice Proposed(IReadOnlyList<SourceRecord> rows, IReadOnlyCollection<string> hidden, FileInfo? save, Terminal terminal)
    {
        var step = Math.Max(1, rows.Count / Sample);
        var proposal = ColumnRecognizer.Recognize([.. rows.Where((_, i) => i % step == 0)], new RecognitionOptions { Hidden = hidden });
        if (!proposal.NamesPeople)
        {
            throw new UsageException(terminal.Words["mapping.none-recognised", string.Join(", ", proposal.Columns.Select(column => column.Column))]);
        }

        return Shown(proposal, [], save, terminal);
    }

    private static MappingChoice Shown(RecognizedMapping proposal, HashSet<string> compared, FileInfo? save, Terminal terminal)
    {
        ProposalText.Say(proposal, compared, terminal);

        if (save is not null)
        {
            File.WriteAllText(save.FullName, proposal.Document);
            terminal.Say("mapping.saved", save.FullName);
        }

        var compiled = Checked(MappingCompiler.Compile(proposal.Document, "proposal.yaml"), terminal);
        return new MappingChoice(proposal.Document, compiled, proposal.KeyColumn)
        {
            Nir = [.. proposal.Columns.Where(column => column.Reason == RecognitionReason.Nir).Select(column => column.Column)],
        };
    }

    private static MappingChoice Given(string mapping, Terminal terminal)
    {
        var (text, result) = File.Exists(mapping)
            ? (File.ReadAllText(mapping), MappingCompiler.CompileFile(mapping))
            : Catalogues.Mappings.Find(mapping) is { } shipped
                ? (shipped, MappingCompiler.Compile(shipped, mapping + ".yaml"))
                : throw new UsageException(terminal.Words["mapping.unknown", mapping, string.Join(", ", Catalogues.Mappings.Names)]);
        var compiled = Checked(result, terminal);
        return new MappingChoice(text, compiled, compiled.KeyColumn);
    }

    private static CompiledMapping Checked(CompileResult result, Terminal terminal) => result is { Succeeded: true, Mapping: { } mapping }
        ? mapping
        : throw new UsageException(string.Join(Environment.NewLine, [terminal.Words["mapping.wrong"], .. result.Errors.Select(error => error.ToString())]));
}
