using System.Globalization;
using System.IO.Compression;

namespace IntegrationHub.Mappings.Engine.Places;

/// <summary>The communes of France by code, name and postal code. Read once, at first use.</summary>
internal sealed class CommuneTable
{
    private const int Remembered = 1024;
    private static readonly Lazy<CommuneTable> Embedded = new(static () => new CommuneTable(Lines()));

    private readonly Dictionary<string, Commune> byCode = [];
    private readonly Dictionary<string, List<Commune>> byLabel = [];
    private readonly Dictionary<string, List<Commune>> byPostCode = [];
    private readonly HashSet<string> former = [];
    private readonly FoundCommune?[] recent = new FoundCommune?[Remembered];

    private CommuneTable(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var fields = line.Split('|');
            var commune = new Commune(fields[0], fields[1], fields[2].Split(' ', StringSplitOptions.RemoveEmptyEntries), fields[4] is { Length: > 0 } parent ? parent : null);

            // A delegated commune may bear the code of the one that took it over: the one of today keeps the code.
            if (commune.Parent is null)
            {
                byCode[commune.Code] = commune;
            }
            else
            {
                byCode.TryAdd(commune.Code, commune);
            }

            var label = CommuneLabel.Of(commune.Name);
            if (label.District == 0)
            {
                Add(byLabel, label.Key, commune);
            }

            foreach (var postCode in commune.PostCodes)
            {
                Add(byPostCode, postCode, commune);
            }

            former.UnionWith(fields[3].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    public static CommuneTable France => Embedded.Value;

    /// <summary>True for a code of today, of a district, or of a commune that was.</summary>
    public bool Knows(string code) => byCode.ContainsKey(code) || former.Contains(code);

    public Commune? ByCode(string code) => byCode.GetValueOrDefault(code);

    public IReadOnlyList<Commune> ByPostCode(string postCode) => byPostCode.GetValueOrDefault(postCode) ?? [];

    /// <summary>Code of the one commune a name can mean, with the help of a postal code; null when none or several.</summary>
    public string? Find(string label, string? postCode, out bool several)
    {
        // The few communes of one source come again and again.
        ref var last = ref recent[HashCode.Combine(label, postCode) & (Remembered - 1)];
        if (last is not { } found || found.Label != label || found.PostCode != postCode)
        {
            var code = Search(label, postCode, out several);
            last = found = new FoundCommune(label, postCode, code, several);
        }

        several = found.Several;
        return found.Code;
    }

    private string? Search(string label, string? postCode, out bool several)
    {
        var wanted = CommuneLabel.Of(label);
        several = false;
        if (wanted.District > 0)
        {
            return District(wanted);
        }

        if (!byLabel.TryGetValue(wanted.Key, out var found))
        {
            return null;
        }

        if (found is [{ Parent: null } only] && (wanted.Departement is null || Within(only, wanted.Departement)) && (postCode is null || only.PostCodes.Contains(postCode)))
        {
            return WithDistrict(only.Code, postCode);
        }

        var departement = wanted.Departement ?? (postCode is null ? null : DepartementTable.OfPostCode(postCode));
        var codes = Narrow(found, postCode, departement).Select(c => c.Code).Distinct().ToList();
        several = codes.Count > 1;
        return codes.Count == 1 ? WithDistrict(codes[0], postCode) : null;
    }

    private static List<Commune> Narrow(List<Commune> found, string? postCode, string? departement)
    {
        if (found.Count == 1 && (departement is null || Within(found[0], departement)))
        {
            return found;
        }

        if (postCode is not null && found.Where(c => c.PostCodes.Contains(postCode)).ToList() is { Count: > 0 } exact)
        {
            return exact;
        }

        var near = departement is null ? found : found.Where(c => Within(c, departement)).ToList();
        return near.Where(c => c.Parent is null).ToList() is { Count: > 0 } today ? today : near;
    }

    private static bool Within(Commune commune, string departement) =>
        commune.Departement == departement || (departement == "20" && commune.Departement is "2A" or "2B");

    private string? District(CommuneLabel label)
    {
        var code = label.Key switch { "PARIS" => 75100, "LYON" => 69380, _ => 13200 } + label.District;
        var text = code.ToString(CultureInfo.InvariantCulture);
        return byCode.ContainsKey(text) ? text : null;
    }

    private string WithDistrict(string code, string? postCode) =>
        code is "75056" or "69123" or "13055" && postCode is not null
            ? byPostCode.GetValueOrDefault(postCode)?.Find(c => c.Parent == code)?.Code ?? code
            : code;

    private static void Add(Dictionary<string, List<Commune>> index, string key, Commune commune)
    {
        if (!index.TryGetValue(key, out var list))
        {
            index[key] = list = [];
        }

        list.Add(commune);
    }

    private static IEnumerable<string> Lines()
    {
        using var stream = typeof(CommuneTable).Assembly.GetManifestResourceStream("communes.txt.gz")!;
        using var reader = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
