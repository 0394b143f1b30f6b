using System.Globalization;
using System.Text.Json;
using IntegrationHub.Connectors.Sandbox.Systems.Signature;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Tests.Host.Support;

/// <summary>Who each record of the demo's systems truly names: the generated town, under the keys each system gives its records.</summary>
internal sealed class DemoTruth
{
    private const int FirstImage = 0x0019A27C;
    private const string Letters = "courrier-xml";

    private readonly Dictionary<(string Connection, string Key, string Part), string> people = [];

    public DemoTruth(Town town)
    {
        foreach (var name in (string[])["portail", "famille", "crm", "ged", "archives", "signature", "finance", "compta", "regie"])
        {
            Add(name, town.Records(SystemOf(name)), (record, _) => record.Key);
        }

        Add("demarches", town.Records(TownSystem.Portail), (_, place) => (place + 1).ToString(CultureInfo.InvariantCulture));
        Add("profils", town.Records(TownSystem.Portail), (record, _) => record.Key);
        Add("courrier", town.Records(TownSystem.Ged).Where(record => (record.Style >> 20) % 6 == 0), (_, place) => string.Create(CultureInfo.InvariantCulture, $@"D:\export\{FirstImage + place:X8}.pdf"));
        AddSigners(town);
        AddMail(town);
        AddLetters(town);
        Add("helios", town.Records(TownSystem.Finance), (record, _) => $"21490007800012|00|{record.Key}");
    }

    /// <summary>People named, counted once for each record that names them.</summary>
    public int Count => people.Count;

    /// <param name="part">Whoever a record names.</param>
    /// <param name="body">The record: a scanned letter has no number of its own, but that of its first page.</param>
    /// <exception cref="KeyNotFoundException">No record of the town has this key.</exception>
    public string Of(PartKey part, ReadOnlyMemory<byte> body)
    {
        var key = part.Record.Connection == Letters ? FirstPage(body) : part.Record.Key;
        return people.TryGetValue((part.Record.Connection, key, part.Part), out var person) ? person : people[(part.Record.Connection, key, "")];
    }

    private static string FirstPage(ReadOnlyMemory<byte> letter)
    {
        using var json = JsonDocument.Parse(letter);
        var page = json.RootElement.GetProperty("Pages").GetProperty("Page");
        return (page.ValueKind == JsonValueKind.Array ? page[0] : page).GetProperty("@ImportFileName").GetString()!;
    }

    // The first signer stands in a folder's metadata; envelopes and workflows name all of them, by their place.
    private void AddSigners(Town town)
    {
        foreach (var record in town.Records(TownSystem.Signature))
        {
            people.Add(("parapheur", record.Key, ""), record.People[0].Person);
            foreach (var (place, said) in record.People.Index())
            {
                people.Add(("docusign", record.Key, $"signer:{place + 1}"), said.Person);
                people.Add(("goodflag", GoodflagSandbox.Workflow(record), $"signer:2-{place + 1}"), said.Person);
            }
        }
    }

    // Now and then a message has no sender: it names nobody.
    private void AddMail(Town town)
    {
        foreach (var (place, record) in town.Records(TownSystem.Portail).Where(record => record.People[0].Email.Length > 0).Take(100).Index().Where(entry => (entry.Item.Style >> 12) % 16 != 15))
        {
            people.Add(("courriels", string.Create(CultureInfo.InvariantCulture, $"{place + 1}.{record.Key}@example.org"), ""), record.People[0].Person);
        }
    }

    private void AddLetters(Town town)
    {
        var number = FirstImage;
        foreach (var record in town.Records(TownSystem.Ged).Where(record => (record.Style >> 20) % 6 == 1))
        {
            if (record.People.Count > 0)
            {
                people.Add((Letters, string.Create(CultureInfo.InvariantCulture, $"{number:X8}.tif"), ""), record.People[0].Person);
            }

            number += (int)((record.Style >> 28) % 3) + 1;
        }
    }

    private static TownSystem SystemOf(string connection) => connection switch
    {
        "archives" => TownSystem.Ged,
        "compta" or "regie" => TownSystem.Finance,
        _ => Enum.Parse<TownSystem>(connection, ignoreCase: true),
    };

    private void Add(string connection, IEnumerable<TownRecord> records, Func<TownRecord, int, string> key)
    {
        foreach (var (place, record) in records.Index())
        {
            foreach (var said in record.People)
            {
                people.Add((connection, key(record, place), said.Part), said.Person);
            }
        }
    }
}
