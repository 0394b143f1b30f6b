using System.Text.RegularExpressions;
using IntegrationHub.Host.Texts;
using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

public sealed partial class Rejections_in_words
{
    /// <summary>Folders where rows, records and values are refused.</summary>
    private static readonly string[] Folders = ["connectors", "mappings/Engine", "hub/Hub/Ingestion", "hub/Hub/Enriching", "mdm/Registry/Absorbing"];

    public static TheoryData<string> Languages => ["en", "fr"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_code_a_row_or_a_value_can_be_refused_for_has_a_sentence(string language)
    {
        var codes = Codes();
        Assert.InRange(codes.Count, 90, 400);
        foreach (var known in (string[])["row.too-few-columns", "row.unknown-kind", "csv.quote-never-closed", "csv.header-again", "xml.entity", "email.cut-short", "date.impossible", "commune.ambiguous", "record.no-key", "sql.key-null", "record.key-length", "question.no-point", "registry.part-twice"])
        {
            Assert.Contains(known, codes);
        }

        Assert.DoesNotContain(codes, code => Own(language, code) is null);
    }

    [Fact]
    public void No_sentence_is_of_a_code_that_nothing_gives()
    {
        // A code that is gone leaves its sentence behind, and a mistyped one never had a code.
        var sources = string.Concat(Sources().Select(File.ReadAllText));
        Assert.DoesNotContain(Keys("en"), key => !sources.Contains($"\"{key}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Commands_say_the_reason_in_the_readers_language_with_its_code_in_brackets()
    {
        var folder = Shell.Folder();
        var file = Shell.Write(folder, "people.csv", "nom;prenom;date_naissance\nMorel;Anne;12/03/1974\nMorel;Anne;12/03/1974;more;of;it\nGenet;Léa;31/02/1999\n");
        foreach (var (language, row, value) in (IEnumerable<(string, string, string)>)[
            ("en", "More values than columns: a separator inside a value? (row.too-many-columns)", "No such day (date.impossible"),
            ("fr", "Plus de valeurs que de colonnes : un séparateur dans une valeur ? (row.too-many-columns)", "Ce jour n’existe pas (date.impossible")])
        {
            var (code, _, error) = await Shell.RunAsync("dedupe", file, "--model", "french", "--lang", language);
            Assert.Equal(1, code);
            Assert.Contains("people.csv:3  " + row, error, StringComparison.Ordinal);
            Assert.Contains(value, error, StringComparison.Ordinal);
            Assert.Contains("people.csv:3  " + row, await File.ReadAllTextAsync(Path.Combine(folder, "people.report.txt")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_code_of_somebody_elses_stands_alone() => Assert.Equal("plugin.own-code", RejectionWords.Of(Words.English, "plugin.own-code"));

    /// <summary>The sentence in this language's own file: the other language's would be found in its place.</summary>
    private static string? Own(string language, string code) => Keys(language).Contains(code) && Words.Of(language).Find($"reject.{code}") is { Length: > 0 } said ? said : null;

    private static HashSet<string> Keys(string language) =>
        [.. Sentence().Matches(File.ReadAllText(Path.Combine(Root(), "hub", "Host", "Texts", language == "en" ? "Texts.resx" : "Texts.fr.resx"))).Select(match => match.Groups["code"].Value)];

    private static HashSet<string> Codes()
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in Sources().Select(File.ReadAllText))
        {
            foreach (var statement in text.Split([';', '{', '}']).Where(statement => !Otherwise().IsMatch(statement)))
            {
                var named = Refusal().IsMatch(statement);
                codes.UnionWith(Code().Matches(statement).Select(match => match.Groups["code"].Value).Where(code => named || RowCode().IsMatch(code)));
            }
        }

        return codes;
    }

    private static IEnumerable<string> Sources() => Folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.cs", SearchOption.AllDirectories))
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}Sandbox{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IntegrationHub.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    /// <summary>Where a code is given to a row, a record or a value.</summary>
    [GeneratedRegex("""\bBad\(|\.Reject\(|attempt\.(Fail|Note)\(|new RejectedRecord\(|\bProblem\s*(\?\?)?=|FailureKind\.Refused, "question\.|return \(null, "|\bCode = "registry\.|public const string (Broken|Nothing|NeverClosed|TooLong) =""", RegexOptions.ExplicitCapture)]
    private static partial Regex Refusal();

    /// <summary>Where a whole file, a document or a question to another system is refused instead.</summary>
    [GeneratedRegex(@"FileRefusedException\(|DocumentError\(|SettingError\(")]
    private static partial Regex Otherwise();

    /// <summary>Codes that are of a row wherever they stand: some are handed on before they are given.</summary>
    [GeneratedRegex(@"^(row|csv|email|json)\.[a-z-]+$", RegexOptions.ExplicitCapture)]
    private static partial Regex RowCode();

    [GeneratedRegex("""(?<!\w)"(?<code>[a-z][A-Za-z]*\.[a-z]+(-[a-z]+)*)"(?!u8)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex("""<data name="reject\.(?<code>[^"]+)" """, RegexOptions.ExplicitCapture)]
    private static partial Regex Sentence();
}
