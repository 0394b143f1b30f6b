using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Tests.Hub.Fakes;

namespace IntegrationHub.Tests.Hub.Ingestion;

/// <summary>A household, an office or a couple shares a phone or an address: what comes by mail, text message or call joins nobody by that alone.</summary>
public sealed class A_contact_alone_never_merges : IAsyncLifetime
{
    private const string Mail = "famille.kervadec@example.org", Phone = "+33612345678";

    private HubRig _hub = null!;

    public async Task InitializeAsync() => _hub = await HubRig.StartAsync();

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Theory]
    [InlineData("", "", Mail, "")]
    [InlineData("", "", "", Phone)]
    [InlineData("", "", Mail, Phone)]
    [InlineData("Ouedraogo", "", Mail, Phone)]
    [InlineData("Ouedraogo", "Aminata", Mail, "")]
    [InlineData("Ouedraogo", "Aminata", "", Phone)]
    [InlineData("Ouedraogo", "Aminata", Mail, Phone)]
    [InlineData("Kervadec", "Tanguy", Mail, Phone)]
    public async Task A_candidate_who_shares_only_a_contact_stays_apart(string name, string given, string mail, string phone)
    {
        await RunAsync("crm", ("1", "Kervadec", "Maëlys", "1985-04-12", Mail, Phone));
        await RunAsync("canal", ("a", name, given, "", mail, phone));

        Assert.Equal(2, (await _hub.PartitionAsync()).Count);
    }

    [Fact]
    public async Task Candidates_known_by_the_same_contact_alone_stay_apart_in_any_order()
    {
        await RunAsync("canal", ("a", "", "", "", Mail, ""), ("b", "", "", "", Mail, ""), ("c", "", "", "", "", Phone), ("d", "", "", "", "", Phone));
        await RunAsync("crm", ("1", "Kervadec", "Maëlys", "1985-04-12", Mail, Phone));

        Assert.Equal(5, (await _hub.PartitionAsync()).Count);
    }

    [Fact]
    public async Task With_the_name_and_the_birth_date_beside_it_a_contact_does_help()
    {
        await RunAsync("crm", ("1", "Kervadec", "Maëlys", "1985-04-12", Mail, Phone));
        await RunAsync("canal", ("a", "Kervadec", "Maëlys", "1985-04-12", Mail, Phone));

        Assert.Single(await _hub.PartitionAsync());
    }

    private Task RunAsync(string connection, params IReadOnlyList<(string Key, string Name, string Given, string Born, string Mail, string Phone)> said) =>
        _hub.RunAsync(connection, new ListSource([.. said.Select(one => new SourceRecord
        {
            Key = one.Key, Version = new RecordVersion(1), Body = JsonSerializer.SerializeToUtf8Bytes(new[] { one.Name, one.Given, one.Born, one.Mail, one.Phone }),
        })]), map: Map);

    private static MappedRecord Map(string connection, SourceRecord record, DateTimeOffset received)
    {
        var said = JsonSerializer.Deserialize<string[]>(record.Body.Span)!;
        var citizen = new Citizen
        {
            BirthName = said[0].Length > 0 ? said[0] : null,
            GivenNames = said[1].Length > 0 ? [said[1]] : [],
            BirthDate = said[2].Length > 0 ? PartialDate.Parse(said[2]) : null,
            Emails = said[3].Length > 0 ? [new ContactPoint(said[3])] : [],
            Phones = said[4].Length > 0 ? [new ContactPoint(said[4])] : [],
        };
        return new MappedRecord { Key = new RecordKey(connection, record.Key), Version = new SourceVersion(record.Version.Number, record.Version.Text), Citizens = [new CitizenPart("", citizen)] };
    }
}
