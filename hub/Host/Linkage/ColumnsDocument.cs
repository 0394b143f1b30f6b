using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Texts;
using IntegrationHub.Mappings.Engine.Recognition;

namespace IntegrationHub.Host.Linkage;

/// <summary>A short document that says what each column of a file is: <c>columns: { nom: birthName, profession: text, maj: ignore }</c>.</summary>
/// <param name="Meanings">Columns a citizen has a place for; <see cref="ColumnMeaning.Unknown"/> for all others.</param>
/// <param name="Kinds">How the others are compared; null for "ignore".</param>
public sealed record ColumnsDocument(IReadOnlyDictionary<string, ColumnMeaning> Meanings, IReadOnlyDictionary<string, GenericKind?> Kinds)
{
    private const string Ignore = "ignore";

    public static ColumnsDocument Empty { get; } = new(new Dictionary<string, ColumnMeaning>(), new Dictionary<string, GenericKind?>());

    private static readonly Dictionary<string, ColumnMeaning> MeaningWords =
        Enum.GetValues<ColumnMeaning>().Where(m => m is not (ColumnMeaning.Unknown or ColumnMeaning.Nir)).ToDictionary(m => ColumnText.Word(m), m => m, StringComparer.Ordinal);

    private static readonly Dictionary<string, GenericKind> KindWords = Enum.GetValues<GenericKind>().ToDictionary(k => ColumnText.Word(k), k => k, StringComparer.Ordinal);

    /// <exception cref="DocumentException">An unknown word, with file, line and the nearest valid one.</exception>
    public static ColumnsDocument Parse(string text, string file)
    {
        var meanings = new Dictionary<string, ColumnMeaning>(StringComparer.Ordinal);
        var kinds = new Dictionary<string, GenericKind?>(StringComparer.Ordinal);
        var errors = new List<DocumentError>();
        var root = YamlDocument.Parse(text, file) as DocumentNode.Map;
        if (root?["columns"] is not DocumentNode.Map columns)
        {
            throw new DocumentException([new DocumentError(new DocumentPosition(file, 1, 1), "columns", "columns.missing", "Write \"columns:\" and under it one line a column: \"nom: birthName\".")]);
        }

        foreach (var entry in columns.Entries)
        {
            var word = (entry.Value as DocumentNode.Scalar)?.Text ?? "";
            if (MeaningWords.TryGetValue(word, out var meaning))
            {
                meanings[entry.Name] = meaning;
                continue;
            }

            meanings[entry.Name] = ColumnMeaning.Unknown;
            kinds[entry.Name] = KindWords.TryGetValue(word, out var kind) ? kind : null;
            if (word != Ignore && kinds[entry.Name] is null)
            {
                var valid = MeaningWords.Keys.Concat(KindWords.Keys).Append(Ignore).ToList();
                errors.Add(new DocumentError(entry.Value.At, $"columns.{entry.Name}", "columns.word", $"\"{word}\" is not what a column can be. Valid: {string.Join(", ", valid)}.", NearestWord.Of(word, valid)));
            }
        }

        return errors.Count == 0 ? new ColumnsDocument(meanings, kinds) : throw new DocumentException(errors);
    }

    /// <param name="rows">The file.</param>
    /// <param name="hidden">Columns of it that the rows no longer show.</param>
    /// <param name="words">For the error.</param>
    /// <exception cref="UsageException">The document speaks of a column that the file has not.</exception>
    public void RequireIn(IReadOnlyList<SourceRecord> rows, IReadOnlySet<string> hidden, Words words)
    {
        // What is ignored may be missing: one document serves several files.
        var asked = Meanings.Keys.Where(column => !hidden.Contains(column) && (!Kinds.TryGetValue(column, out var kind) || kind is not null)).ToList();
        var columns = asked.Count == 0 ? [] : FileRowsReader.Columns(rows);
        if (asked.Find(column => !columns.Contains(column, StringComparer.Ordinal) && !rows.Any(row => FileRows.Values(row).ContainsKey(column))) is { } unknown)
        {
            throw new UsageException(NearestWord.Of(unknown, columns) is { } nearest
                ? words["evaluate.no-column-near", unknown, nearest]
                : words["evaluate.no-column", unknown, string.Join(", ", columns)]);
        }
    }

    /// <param name="words">For the error.</param>
    /// <exception cref="UsageException">It says what a column is beside a mapping, which says that already; how other columns are compared may be said.</exception>
    public void RequireNoMeanings(Words words)
    {
        foreach (var (column, meaning) in Meanings.Where(pair => pair.Value != ColumnMeaning.Unknown))
        {
            throw new UsageException(words["columns.beside-mapping", column, ColumnText.Word(meaning), string.Join(", ", KindWords.Keys)]);
        }
    }

    /// <summary>The document that would lead to what was recognised.</summary>
    public static string Write(IReadOnlyList<ColumnGuess> guesses, IReadOnlyList<GenericColumn> generic)
    {
        var text = new StringBuilder("columns:\n");
        foreach (var guess in guesses.Where(g => g.Reason != RecognitionReason.Hidden))
        {
            var kind = generic.FirstOrDefault(g => g.Column == guess.Column)?.Kind;
            var word = kind is { } known ? ColumnText.Word(known) : guess.Meaning == ColumnMeaning.Unknown ? Ignore : ColumnText.Word(guess.Meaning);
            text.Append("  ").Append(ColumnText.Quoted(guess.Column)).Append(": ").Append(word).Append('\n');
        }

        return text.ToString();
    }
}
