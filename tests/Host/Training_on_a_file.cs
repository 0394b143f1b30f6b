using System.Globalization;
using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

public sealed class Training_on_a_file
{
    private static readonly string[] Names = ["Lefevre", "Zyblovski", "Quentin", "Morel", "Dufour", "Armand", "Pelletier", "Rousset", "Cazeneuve", "Bergeron", "Tavernier", "Huguet"];
    private static readonly string[] Given = ["Marie", "Ottilie", "Armand", "Solange", "Hugo", "Nadia", "Yves", "Claire", "Denis", "Elsa"];
    private static readonly string[] Trades = ["menuisier", "institutrice", "comptable", "jardinier", "boulangère"];

    [Fact]
    public async Task A_model_is_written_read_again_and_reported_without_any_value_of_the_file()
    {
        var folder = Shell.Folder();
        var file = Shell.Write(folder, "people.csv", People());
        var (model, page) = (Path.Combine(folder, "m.yaml"), Path.Combine(folder, "m.html"));
        var trained = await Shell.RunAsync("train", file, "--truth", "verite", "--out", model, "--report", page, "--lang", "en");
        Assert.Equal(0, trained.Code);
        var version = trained.Output.Split('\n').Single(l => l.StartsWith("model ", StringComparison.Ordinal)).Trim();
        var written = await Shell.RunAsync("evaluate", file, "--truth", "verite", "--model", model, "--lang", "en");
        var itself = await Shell.RunAsync("evaluate", file, "--truth", "verite", "--lang", "en");
        Assert.Contains(version, written.Output, StringComparison.Ordinal);
        Assert.Equal(itself.Output, written.Output);
        Assert.True(double.Parse(written.Output.Split('\n')[2].Split(' ')[^1], CultureInfo.InvariantCulture) > 0.95, written.Output);
        await Shell.RunAsync("train", file, "--out", model, "--report", page, "--lang", "fr");
        Assert.Matches("<td class=\"n\">0,[0-9]{4}</td>", await File.ReadAllTextAsync(page));
        Assert.DoesNotMatch("<td class=\"n[ gr]*\">[^<]*[.]", await File.ReadAllTextAsync(page));
        foreach (var value in Names.Concat(Given).Concat(Trades))
        {
            Assert.DoesNotContain(value, await File.ReadAllTextAsync(model), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(value, await File.ReadAllTextAsync(page), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_short_document_says_what_the_columns_are()
    {
        var folder = Shell.Folder();
        var file = Shell.Write(folder, "people.csv", People().Replace("nom;prenom;naissance;metier", "a;b;c;d", StringComparison.Ordinal));
        var columns = Shell.Write(folder, "columns.yaml", "columns:\n  a: familyName\n  b: givenNames\n  c: birthDate\n  d: text\n");
        var (code, output, error) = await Shell.RunAsync("evaluate", file, "--truth", "verite", "--columns", columns, "--lang", "en");
        Assert.Equal(0, code);
        Assert.True(double.Parse(output.Split('\n')[2].Split(' ')[^1], CultureInfo.InvariantCulture) > 0.95, output);
        Assert.Contains("d: compared as text", error, StringComparison.Ordinal);
        var mistyped = Shell.Write(folder, "wrong.yaml", "columns:\n  a: familyNam\n");
        var wrong = await Shell.RunAsync("evaluate", file, "--truth", "verite", "--columns", mistyped, "--lang", "en");
        Assert.NotEqual(0, wrong.Code);
        Assert.Contains("Did you mean \"familyName\"?", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_lines_are_explained_as_text_data_and_picture()
    {
        var folder = Shell.Folder();
        var file = Shell.Write(folder, "people.csv", People());
        var picture = Path.Combine(folder, "w.svg");
        var (code, output, _) = await Shell.RunAsync("explain", file, "2", "3", "--model", "french", "--svg", picture, "--lang", "fr");
        Assert.Equal(0, code);
        Assert.Contains("Point de départ", output, StringComparison.Ordinal);
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(picture), StringComparison.Ordinal);
        var data = await Shell.RunAsync("explain", file, "2", "3", "--model", "french", "--json", "--lang", "fr");
        Assert.Contains("\"comparison\": \"surname\"", data.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await Shell.RunAsync("explain", file, "2", "99999", "--model", "french")).Code);
    }

    [Fact]
    public async Task A_file_of_one_column_is_deduplicated_by_the_shipped_model()
    {
        var folder = Shell.Folder();
        var file = Shell.Write(folder, "one.csv", "truc\n" + string.Concat(Enumerable.Range(0, 120).Select(i => $"chose numéro {i % 60}\n")));
        var (code, _, error) = await Shell.RunAsync("dedupe", file, "--lang", "en");
        Assert.Equal(0, code);
        Assert.Contains("cannot train a model", error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "one.clusters.csv")));
    }

    [Fact]
    public async Task A_column_is_told_once_beside_a_mapping_only_how_others_are_compared()
    {
        var folder = Shell.Folder();
        var file = Shell.Write(folder, "people.csv", People());
        var mapping = Path.Combine(folder, "m.yaml");
        await Shell.RunAsync("dedupe", file, "--save-mapping", mapping);
        var twice = Shell.Write(folder, "twice.yaml", "columns:\n  metier: text\n  nom: givenNames\n");
        var (code, _, error) = await Shell.RunAsync("evaluate", file, "--truth", "verite", "--mapping", mapping, "--columns", twice, "--lang", "en");
        Assert.Equal(2, code);
        Assert.Contains("\"nom\" cannot be told to be \"givenNames\" beside a mapping", error, StringComparison.Ordinal);
        var others = Shell.Write(folder, "others.yaml", "columns:\n  metier: text\n");
        Assert.Equal(0, (await Shell.RunAsync("evaluate", file, "--truth", "verite", "--mapping", mapping, "--columns", others, "--lang", "en")).Code);
    }

    private static string People()
    {
        var random = new Random(4);
        var lines = new List<string> { "nom;prenom;naissance;metier;verite" };
        for (var person = 0; person < 220; person++)
        {
            var (name, given) = (Names[random.Next(Names.Length)] + "aeiou"[random.Next(5)] + "lmnrst"[random.Next(6)], Given[random.Next(Given.Length)]);
            var (date, trade) = ($"{random.Next(2, 28):D2}/{random.Next(1, 13):D2}/{random.Next(1930, 2005)}", Trades[random.Next(Trades.Length)]);
            lines.Add($"{name};{given};{date};{trade};{person}");
            if (person % 2 == 0)
            {
                lines.Add($"{(person % 6 == 0 ? name.Remove(2, 1) : name.ToUpperInvariant())};{given};{date};{(person % 5 == 0 ? "" : trade)};{person}");
            }
        }

        return string.Join('\n', lines) + "\n";
    }
}
