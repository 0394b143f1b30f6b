using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

public sealed partial class Told_before_any_work
{
    private readonly string _folder = Shell.Folder();

    public static TheoryData<string, string> Commands
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var command in (string[])["dedupe FILE", "evaluate FILE --truth nom", "train FILE", "explain FILE 2 3", "import FILE"])
            {
                data.Add(command, "en");
                data.Add(command, "fr");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_workbook_is_told_with_what_to_do(string command, string language)
    {
        var file = Path.Combine(_folder, "people.csv"); // renamed, as they come
        await using (var zip = new ZipArchive(File.Create(file), ZipArchiveMode.Create))
        {
            zip.CreateEntry("xl/workbook.xml");
        }

        Assert.Equal([0x50, 0x4B, 0x03, 0x04], (await File.ReadAllBytesAsync(file))[..4]);
        var (code, output, error) = await RunAsync(command.Replace("FILE", file, StringComparison.Ordinal), language);
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains(language == "en" ? $"'{file}' is a spreadsheet’s workbook or an archive, not a text: save the sheet as CSV (UTF-8)" : $"« {file} » est un classeur de tableur ou une archive, pas un texte", error, StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("PK")]
    [InlineData("PK;nom\n1;Morel\n")]
    [InlineData("PK\u0003\u0005;nom\n1;Morel\n")]
    public async Task A_text_that_begins_like_one_is_a_text(string text)
    {
        var (_, _, error) = await RunAsync("dedupe " + Shell.Write(_folder, "people.csv", text), "en");
        Assert.DoesNotContain("workbook", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_that_stands_open_elsewhere_is_told_too()
    {
        var file = Path.Combine(_folder, "people.xlsx");
        await File.WriteAllBytesAsync(file, [0x50, 0x4B, 3, 4, 20, 0]);
        await using var open = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var (code, _, error) = await RunAsync("dedupe " + file, "en");
        Assert.Equal(2, code);
        Assert.Contains("workbook", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_may_not_be_opened_is_told_as_one()
    {
        var file = Shell.Write(_folder, "people.csv", "nom;prenom\nMorel;Anne\n");
        await using var held = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var (code, _, error) = await RunAsync("dedupe " + file, "en");
        Assert.InRange(code, 2, 3);
        Assert.NotEmpty(error);
    }

    [Theory]
    [InlineData("dedupe FILE --out NONE/x.csv")]
    [InlineData("dedupe FILE --report NONE/x.txt")]
    [InlineData("dedupe FILE --save-mapping NONE/x.yaml")]
    [InlineData("evaluate FILE --truth nom --save-mapping NONE/x.yaml")]
    [InlineData("train FILE --out NONE/x.yaml")]
    [InlineData("train FILE --report NONE/x.html")]
    [InlineData("explain FILE 2 3 --svg NONE/x.svg")]
    public async Task A_folder_that_is_not_there_is_told_before_anything_is_read(string command)
    {
        var (file, none) = (Shell.Write(_folder, "people.csv", "nom;prenom\nMorel;Anne\nMorel;Anne\n"), Path.Combine(_folder, "none"));
        foreach (var (language, said) in (IEnumerable<(string, string)>)[("en", $"There is no folder {none} to write into: make it, or name another."), ("fr", $"Il n’y a pas de dossier {none} où écrire : créez-le, ou nommez-en un autre.")])
        {
            var (code, output, error) = await RunAsync(command.Replace("FILE", file, StringComparison.Ordinal).Replace("NONE", none, StringComparison.Ordinal), language);
            Assert.Equal(2, code);
            Assert.Empty(output);
            Assert.Contains(said, error, StringComparison.Ordinal);
            Assert.DoesNotContain(language == "en" ? "Reading" : "Lecture de", error, StringComparison.Ordinal);
        }

        Assert.Equal([file], Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("dedupe FILE", 0)]
    [InlineData("train FILE", 2)]
    [InlineData("explain FILE 2 3", 2)]
    [InlineData("evaluate FILE --truth nom", 2)]
    public async Task A_file_without_rows_and_one_whose_rows_cannot_be_read_are_told_apart(string command, int empty)
    {
        var (none, bad) = (Shell.Write(_folder, "none.csv", "nom;prenom\n"), Path.Combine(_folder, "bad.csv"));
        await File.WriteAllBytesAsync(bad, Encoding.UTF8.GetBytes("nom;prenom\na\0;b\nc\0;d\n"));
        foreach (var (language, rows, readable) in (IEnumerable<(string, string, string)>)[("en", "holds no rows.", "no row of it could be read."), ("fr", "ne contient aucune ligne.", "aucune de ses lignes n’a pu être lue.")])
        {
            var nothing = await RunAsync(command.Replace("FILE", none, StringComparison.Ordinal), language);
            Assert.Equal(empty, nothing.Code);
            Assert.Contains(none, nothing.Error, StringComparison.Ordinal);
            Assert.Contains(rows, nothing.Error, StringComparison.Ordinal);
            var unread = await RunAsync(command.Replace("FILE", bad, StringComparison.Ordinal), language);
            Assert.InRange(unread.Code, 2, 3);
            Assert.Contains(readable, unread.Error, StringComparison.Ordinal);
            Assert.Contains("bad.csv:2  ", unread.Error, StringComparison.Ordinal);
            Assert.Contains("(row.nul)", unread.Error, StringComparison.Ordinal);
            Assert.DoesNotContain(rows, unread.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "--hide prenom")]
    [InlineData("", "--hide metier --hide group")]
    [InlineData("", "")]
    [InlineData("columns:\n  group: code\n", "--hide prenom")]
    public async Task Explain_trains_the_model_that_dedupe_trains(string document, string options)
    {
        var file = Shell.Write(_folder, "people.csv", People());
        options += document.Length == 0 ? "" : " --columns " + Shell.Write(_folder, "c.yaml", document);
        var dedupe = await RunAsync($"dedupe {file} {options}".Trim(), "en");
        Assert.Contains("Trained on the file itself", dedupe.Error, StringComparison.Ordinal);
        var explained = await RunAsync($"explain {file} 2 3 {options}".Trim(), "en");
        Assert.Equal(0, explained.Code);
        var version = Version().Match(await File.ReadAllTextAsync(Path.Combine(_folder, "people.report.txt"))).Value;
        Assert.Equal(version, Version().Match(explained.Output).Value);
        Assert.StartsWith("trained@", version, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_commands_judge_columns_by_the_same_rows_of_a_long_file()
    {
        // In the first twenty thousand rows the column counts, after them it names places.
        var text = new StringBuilder("nom;prenom;rang\n");
        for (var i = 0; i < 30_000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Nom{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676))};Anne;{(i < 20_000 ? $"{i % 500}" : $"lieu {i % 26}")}\n");
        }

        var file = Shell.Write(_folder, "long.csv", text.ToString());
        string[] commands = ["dedupe FILE --model french", "explain FILE 2 3 --model french", "evaluate FILE --truth nom --model french"];
        foreach (var command in commands)
        {
            var (_, _, error) = await RunAsync(command.Replace("FILE", file, StringComparison.Ordinal), "en");
            Assert.Contains("rang: compared as number", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_registry_may_be_named_to_train_and_is_no_file()
    {
        var (unnamed, named) = (await RunAsync("train --data " + _folder, "en"), await RunAsync("train registry --data " + _folder, "en"));
        Assert.Equal(unnamed, named);
        Assert.DoesNotContain("'registry'", named.Error, StringComparison.Ordinal);
        Assert.Contains("'registri'", (await RunAsync("train registri", "en")).Error, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output, string Error)> RunAsync(string command, string language) => Shell.RunAsync([.. command.Split(' '), "--lang", language]);

    private static string People()
    {
        string[] names = ["Lefevre", "Zyblovski", "Quentin", "Morel", "Dufour", "Armand", "Pelletier", "Rousset", "Cazeneuve", "Bergeron", "Tavernier", "Huguet"];
        string[] given = ["Marie", "Ottilie", "Armand", "Solange", "Hugo", "Nadia", "Yves", "Claire", "Denis", "Elsa"];
        var text = new StringBuilder("id;group;nom;prenom;date_naissance;metier\n");
        for (var i = 0; i < 600; i++)
        {
            var random = new Random(i % 400);
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"{i};{(char)('A' + random.Next(8))};{names[random.Next(names.Length)]}{(char)('a' + random.Next(8))};{given[random.Next(given.Length)]};{random.Next(1, 29):00}/{random.Next(1, 13):00}/{random.Next(1930, 2000)};métier {random.Next(9)}\n");
        }

        return text.ToString();
    }

    [GeneratedRegex("trained@[0-9a-f]+")]
    private static partial Regex Version();
}
