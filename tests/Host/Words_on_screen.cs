using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace IntegrationHub.Tests.Host;

public sealed partial class Words_on_screen
{
    [Fact]
    public void Both_languages_have_the_same_keys_and_the_same_places_to_fill()
    {
        var (english, french) = (Read("Texts.resx"), Read("Texts.fr.resx"));
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), french.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text => Assert.Equal(Places(text.Value), Places(french[text.Key])));
    }

    [Fact]
    public void Every_key_the_code_names_has_a_text()
    {
        var texts = Read("Texts.resx");
        var named = Directory.EnumerateFiles(Source(), "*.*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
            .SelectMany(path => Key().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value + match.Groups[2].Value))
            .ToHashSet();
        Assert.True(named.Count > 100);
        Assert.DoesNotContain(named, key => !texts.ContainsKey(key));
    }

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(Source(), "Texts", file)).Root!.Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static string Places(string text) => string.Join(',', Place().Matches(text).Select(match => match.Groups[1].Value).Distinct().Order());

    private static string Source()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IntegrationHub.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "hub", "Host");
    }

    [GeneratedRegex("""(?:\bW|[wW]ords|other|Other)\["([a-z][A-Za-z.-]+)"|Say\("([a-z][A-Za-z.-]+)""")]
    private static partial Regex Key();

    [GeneratedRegex(@"\{(\d)")]
    private static partial Regex Place();
}
