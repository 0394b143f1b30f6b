using System.Globalization;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Crm.Dataverse;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Systems.Dataverse;
using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Dataverse;

public sealed class Changes_are_followed_from_token_to_token : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dataverse").FullName;
    private readonly MovableTime time = new(DateTimeOffset.Parse("2026-06-01T10:00:00Z", CultureInfo.InvariantCulture));
    private readonly CapturedLog log = new();
    private readonly DataverseConnector connector = new();

    [Fact]
    public async Task A_second_read_gives_what_changed_and_what_was_deleted()
    {
        await using var rig = await DataverseRig.StartAsync(time: time);
        var first = await ReadAsync(rig);
        var (changed, deleted) = (first.Records[3], first.Records[7]);
        await rig.SendAsync("PATCH", $"contacts({changed.Key})", """{"lastname":"Dupont"}""");
        await rig.SendAsync("DELETE", $"contacts({deleted.Key})");

        var second = await ReadAsync(rig, first.Pages[^1].Checkpoint);
        var third = await ReadAsync(rig, second.Pages[^1].Checkpoint);

        Assert.Equal([changed.Key, deleted.Key], second.Records.Select(record => record.Key));
        Assert.True(Later(second.Records[0].Version, changed.Version));
        Assert.True(second.Records[1].Deleted && Later(second.Records[1].Version, deleted.Version));
        Assert.Empty(third.Pages);
    }

    [Fact]
    public async Task An_expired_token_reads_all_again_and_tells_what_went_meanwhile()
    {
        await using var rig = await DataverseRig.StartAsync(time: time);
        var first = await ReadAsync(rig);
        var gone = first.Records[5];
        await rig.SendAsync("DELETE", $"contacts({gone.Key})");
        time.Pass(TimeSpan.FromDays(9));

        var second = await ReadAsync(rig, first.Pages[^1].Checkpoint);
        var third = await ReadAsync(rig, second.Pages[^1].Checkpoint);

        Assert.Null(second.Failure);
        Assert.Equal(first.Records.Count, second.Records.Count);
        var tombstone = Assert.Single(second.Records, record => record.Deleted);
        Assert.Equal(gone.Key, tombstone.Key);
        Assert.True(Later(tombstone.Version, gone.Version));
        Assert.Empty(third.Records);
        Assert.Contains(log.Lines, line => line.Contains("2301", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_full_read_that_stopped_half_way_and_lost_its_notes_gives_the_rest_and_deletes_nothing()
    {
        await using var rig = await DataverseRig.StartAsync(time: time);
        var first = await ReadAsync(rig);
        time.Pass(TimeSpan.FromDays(9));
        var second = await ReadAsync(rig, first.Pages[^1].Checkpoint);
        File.Delete(Path.Combine(folder, "rows.seen"));

        var resumed = await ReadAsync(rig, second.Pages[0].Checkpoint);

        Assert.Equal(second.Pages.Skip(1).SelectMany(page => page.Records).Select(record => record.Key), resumed.Records.Select(record => record.Key));
        Assert.DoesNotContain(resumed.Records, record => record.Deleted);
    }

    [Fact]
    public async Task The_brake_holds_when_most_rows_are_gone_and_an_approved_run_goes_on()
    {
        await using var rig = await DataverseRig.StartAsync(time: time);
        var first = await ReadAsync(rig);
        foreach (var record in first.Records.Take(60))
        {
            await rig.SendAsync("DELETE", $"contacts({record.Key})");
        }

        time.Pass(TimeSpan.FromDays(9));

        var held = await ReadAsync(rig, first.Pages[^1].Checkpoint);
        var approved = await ReadAsync(rig, held.Pages[^1].Checkpoint, released: true);

        Assert.Equal(FailureKind.Held, held.Failure?.Kind);
        Assert.DoesNotContain(held.Records, record => record.Deleted);
        Assert.Equal(60, approved.Records.Count(record => record.Deleted));
    }

    [Fact]
    public async Task A_quiet_table_renews_its_token_once_a_day()
    {
        await using var rig = await DataverseRig.StartAsync(time: time);
        var checkpoint = (await ReadAsync(rig)).Pages[^1].Checkpoint;
        for (var day = 0; day < 12; day++)
        {
            time.Pass(TimeSpan.FromDays(1));
            var page = Assert.Single((await ReadAsync(rig, checkpoint)).Pages);
            Assert.Empty(page.Records);
            checkpoint = page.Checkpoint;
        }
    }

    [Fact]
    public async Task The_catalogues_mapping_reads_every_contact_of_the_town()
    {
        await using var rig = await DataverseRig.StartAsync(time: time);
        var mapping = MappingCompiler.Compile(await File.ReadAllTextAsync(Checkout.File("mappings", "catalog", "dynamics.yaml")), "dynamics.yaml").Mapping!;

        var mapped = (await ReadAsync(rig)).Records.Select(record => mapping.Map("dynamics", record, time.GetUtcNow())).ToList();

        Assert.All(mapped, record => Assert.Single(record.Citizens));
        Assert.InRange((double)mapped.Sum(record => record.Issues.Count) / mapped.Count, 0, 0.1);
        Assert.InRange((double)mapped.Count(record => record.Citizens[0].Citizen.BirthDate is not null) / mapped.Count, 0.7, 1);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<Reading> ReadAsync(DataverseRig rig, Checkpoint? after = null, bool released = false)
    {
        // Wound on, the clock has outlived the token the rig signed in with.
        await rig.SignInAsync();
        var settings = SandboxRig.Hurried(DataverseConnection.To(rig.Server.Address, SandboxRig.Password));
        return await Reading.AllAsync(connector.OpenSource(settings, new ConnectionContext { Connection = "dynamics", StateFolder = folder, Time = time, Log = log, BrakeReleased = released }), after);
    }

    private static bool Later(RecordVersion one, RecordVersion other) => (one.Number, one.Text).CompareTo((other.Number, other.Text)) > 0;
}
