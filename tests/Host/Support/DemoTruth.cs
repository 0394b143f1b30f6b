using System.Globalization;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Tests.Host.Support;

/// <summary>Who each record of the demo's systems truly names: the generated town, under the keys each system gives its records.</summary>
internal sealed class DemoTruth
{
    private const int FirstImage = 0x0019A27C;

    private readonly Dictionary<(string Connection, string Key, string Part), string> people = [];

    public DemoTruth(Town town)
    {
        foreach (var name in (string[])["portail", "famille", "crm", "ged", "archives", "signature", "finance", "compta", "regie"])
        {
            Add(name, town.Records(SystemOf(name)), (record, _) => record.Key);
        }

        Add("demarches", town.Records(TownSystem.Portail), (_, place) => (place + 1).ToString(CultureInfo.InvariantCulture));
        Add("courrier", town.Records(TownSystem.Ged).Where(record => (record.Style >> 20) % 6 == 0), (_, place) => string.Create(CultureInfo.InvariantCulture, $@"D:\export\{FirstImage + place:X8}.pdf"));
        Add("helios", town.Records(TownSystem.Finance), (record, _) => $"21490007800012|00|{record.Key}");
    }

    /// <summary>People named, counted once for each record that names them.</summary>
    public int Count => people.Count;

    /// <exception cref="KeyNotFoundException">No record of the town has this key.</exception>
    public string Of(PartKey part) =>
        people.TryGetValue((part.Record.Connection, part.Record.Key, part.Part), out var person) ? person : people[(part.Record.Connection, part.Record.Key, "")];

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
