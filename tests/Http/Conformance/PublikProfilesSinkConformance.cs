using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Declarative;
using IntegrationHub.Connectors.Http.Declarative.Settings;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Systems;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Http.Conformance;

/// <summary>Profiles of portal accounts written by the shipped document alone.</summary>
public sealed class PublikProfilesSinkConformance() : HttpSinkConformance(new PublikProfilesSandbox())
{
    protected override Connector Connector { get; } = new HttpDocumentConnector();

    protected override int Changes => Rig.Server.Changes;

    protected override HttpSettings On(Uri address) => Shipped.At("publik-profils", address, size: 12) with { Auth = PublikProfilesConformance.Signed(SandboxRig.Password) };

    protected override OutgoingRecord Record(int number) => new()
    {
        DeliveryId = $"d{number}",
        Key = $"G{number}",
        Version = 1,
        Body = Encoding.UTF8.GetBytes($$"""{"uuid":"{{Account(number)}}"}"""),
    };

    protected override OutgoingRecord Changed(OutgoingRecord record) => record with { Version = 2, Body = Encoding.UTF8.GetBytes("""{"city":"Angers"}""") };

    protected override OutgoingRecord? Bad => Record(5) with { Body = Encoding.UTF8.GetBytes($$"""{"uuid":"{{Account(5)}}","nosuch":"x"}""") };

    protected override IReadOnlyList<Trouble> OwnTroubles =>
    [
        new("a wrong key", (HttpSettings)Settings with { Auth = PublikProfilesConformance.Signed(SandboxRig.WrongPassword) }, FailureKind.Denied),
        new("a document that only reads", (DeclarativeSettings)Settings with { Write = null }, FailureKind.Denied),
    ];

    [Fact]
    public async Task A_person_without_an_account_is_passed_over_or_parked_as_the_document_says()
    {
        var stranger = Record(1) with { Body = "{\"city\":\"Angers\"}"u8.ToArray() };
        var settings = (DeclarativeSettings)Settings;
        var refusing = Connector.OpenSink(settings with { Write = settings.Write! with { Unknown = UnknownRecord.Refuse } }, new ConnectionContext { Connection = "profils", StateFolder = "", Time = Clock() });

        Assert.Equal((SinkEffect.Unchanged, null), (Written(await WriteAsync(stranger)).Effect, Written(await WriteAsync(stranger)).ForeignKey));
        Assert.Equal(FailureKind.Refused, Assert.IsType<SinkOutcome.Failed>(await refusing.WriteAsync(stranger, default)).Failure.Kind);
        Assert.Equal(0, Changes);
    }

    [Fact]
    public async Task A_later_version_there_is_left_and_an_erasure_takes_every_field_the_hub_wrote()
    {
        var city = Changed(Record(1)) with { ForeignKey = Account(1), Version = 7 };
        Written(await WriteAsync(city));
        var older = Written(await WriteAsync(city with { Version = 6, Body = "{\"city\":\"Nantes\"}"u8.ToArray() }));
        var erased = Written(await WriteAsync(city with { Version = 8, Body = default, Deleted = true, Leaving = Leaving.Erased, Ours = new HashSet<string> { "city" } }));
        var again = Written(await WriteAsync(Record(1) with { Version = 9, Body = Encoding.UTF8.GetBytes($$"""{"uuid":"{{Account(1)}}","city":null}""") }));

        Assert.Equal((SinkEffect.Unchanged, SinkEffect.Deleted), (older.Effect, erased.Effect));
        Assert.Equal(SinkEffect.Created, again.Effect);
        Assert.Contains("\"city\":\"\"", Encoding.UTF8.GetString(again.Stored!.Body.Span), StringComparison.Ordinal);
    }

    private string Account(int number) => Rig.Server.Town.Records(TownSystem.Portail).ElementAt(number % 37).Key;
}
