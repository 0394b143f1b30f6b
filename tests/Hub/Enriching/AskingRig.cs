using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Hub.Auditing;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Enriching;
using IntegrationHub.Hub.Ingestion;
using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Mdm.Registry.Stewardship;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Survivorship;
using IntegrationHub.Tests.Hub.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Hub.Enriching;

/// <summary>A registry, a CRM that knows people and their streets, and a geocoder that is asked about the streets alone.</summary>
internal sealed class AskingRig : IAsyncDisposable
{
    private const string Crm = """
        mapping: crm
        record: { key: id }
        citizen: { birthName: nom, givenNames: prenom, birthDate: naissance, emails: [mel], address: { street: rue, postCode: cp, city: ville } }
        """;

    private const string Ban = """
        mapping: ban
        record: { key: id }
        citizen:
          unnamed: with-anything
          addresses:
            - { street: voie, banId: ban }
            - { street: asked.street, postCode: asked.cp, city: asked.ville, banId: ban }
        outgoing:
          street: address.street
          cp: { from: address.postCode, when: address.street }
          ville: { from: address.city, when: address.street }
          mel: email
        """;

    private readonly CompileResult _crm = MappingCompiler.Compile(Crm, "crm.yaml");
    private readonly CompileResult _ban = MappingCompiler.Compile(Ban, "ban.yaml");

    private AskingRig(HubRig hub) => Hub = hub;

    public HubRig Hub { get; }

    public SmallGeocoder Geocoder { get; } = new();

    public StepClock Clock { get; } = new();

    public static async Task<AskingRig> StartAsync() => new(await HubRig.StartAsync());

    /// <summary>People of the CRM, each <c>key</c> a person of its own, with a street.</summary>
    public async Task SayAsync(long version, params (string Key, int Person, string? Street)[] people)
    {
        var end = await Hub.RunAsync("crm", new Said([.. people.Select(one => Record(one.Key, one.Person, one.Street, version))]), approved: true, _crm.Mapping!.Map);
        Assert.Null(end.Failure);
    }

    public Task<RunEnd> DeleteAsync(string key, long version) => Hub.RunAsync("crm", new Said(Villagers.Deletion(key, version)), approved: true, _crm.Mapping!.Map);

    /// <summary>Takes the checkpoint away, as an operator does when what was asked before is to be asked anew.</summary>
    public Task ForgetAsync() => Hub.Writer.DoAsync((citizens, token) => citizens.AbsorbAsync(new RegistryPage { Connection = "ban", Checkpoint = new CheckpointRow("ban", "", Clock.GetUtcNow()) }, token), default);

    public Task<RunEnd> AskAsync() => Hub.Pipeline.RunAsync(
        new Intake { Connection = "ban", Source = Source(), Map = Answers.Map(_ban.Mapping!.Map), Brake = Brake.Off }, null, default);

    public EnrichmentSource Source(int batch = 1000) => new("ban", new Inquiry
    {
        Enricher = Geocoder,
        Reader = Readers.Of(Hub.Reader, Hub.Stores.Operations, Contract()),
        Question = _ban.Outgoing!,
        Registry = Hub.Reader,
        Store = Hub.Stores.Store,
        Secret = new byte[32],
        Clock = Clock,
    })
    {
        Batch = batch,
    };

    public async Task<GoldenRecord> OfAsync(string key)
    {
        var part = (await Hub.Stores.Store.FindRecordsAsync([new RecordKey("crm", key)], default)).Single().Parts[0];
        return (await Hub.Reader.FindGoldenAsync(part.Golden!.Value, default))!.Golden;
    }

    /// <summary>The street of the stored answer about a record of the CRM.</summary>
    public async Task<string?> AnswerAsync(string key)
    {
        var stored = (await Hub.Stores.Store.FindRecordsAsync([new RecordKey("ban", $"crm//{key}")], default)).Single();
        using var body = JsonDocument.Parse(stored.Record.Body);
        return body.RootElement.GetProperty("voie").GetString();
    }

    public async Task OrderAsync(Func<Mdm.Registry.CitizenRegistry, Task<OrderResult>> order) =>
        Assert.IsType<OrderResult.Done>(await Hub.Writer.DoAsync((citizens, _) => order(citizens), default));

    public ValueTask DisposeAsync() => Hub.DisposeAsync();

    private static AccessContract Contract() => AskDocument.Read(YamlDocument.Parse("{ purpose: normalised addresses, legalBasis: public-task, attributes: [addresses] }", "ban.yaml"))
        .Contract(new ConnectionDocument { Name = "ban", Connector = "geocoder", Controller = Siret.Parse("21330063500017") });

    private static SourceRecord Record(string key, int person, string? street, long version)
    {
        var said = Villagers.Record(key, person, version);
        var fields = JsonSerializer.Deserialize<Dictionary<string, string?>>(said.Body.Span)!;
        (fields["id"], fields["rue"], fields["cp"], fields["ville"]) = (key, street, "49100", "Angers");
        return said with { Body = JsonSerializer.SerializeToUtf8Bytes(fields) };
    }
}
