using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using IntegrationHub.Mappings.Engine.Checking;
using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mappings.Engine.Outgoing;

namespace IntegrationHub.Host.Previewing;

/// <summary>Where made-up people come from: a mapping's examples, or the sandbox's town.</summary>
public static class SamplePeople
{
    // The town the sandbox's systems hold unless told otherwise: a fake geocoder knows these addresses.
    private const int Town = 2000;

    private static readonly DateTimeOffset Received = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<SamplePerson> Of(IEnumerable<MappingExample> examples) =>
        [.. examples.Where(example => example.Outgoing).Select(example => new SamplePerson(example.Name, example.Record))];

    /// <summary>The first people of the sandbox's town, as its portal says them.</summary>
    public static IReadOnlyList<SamplePerson> OfTown(int count)
    {
        var mapping = MappingCompiler.Compile(Catalogues.Mappings.Find("portail")!, "portail.yaml").Mapping!;
        return
        [
            .. Connectors.Sandbox.Town.Town.Generate(new TownSettings { People = Town, Seed = 1 }).Records(TownSystem.Portail).Take(count).Select(said =>
            {
                var record = new SourceRecord { Key = said.Key, Version = new RecordVersion(1), Body = Portal(said) };
                var person = MappedJson.Of(mapping.Map("portail", record, Received).Citizens[0].Citizen);
                person["id"] = said.Key;
                return new SamplePerson(said.Key, person);
            }),
        ];
    }

    private static byte[] Portal(TownRecord said)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            PortailFile.Write(json, said);
        }

        return buffer.ToArray();
    }
}
