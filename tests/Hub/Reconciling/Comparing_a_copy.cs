using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Reconciling;
using IntegrationHub.Hub.Sinks;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Tests.Hub.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Subscriber;

namespace IntegrationHub.Tests.Hub.Reconciling;

public sealed class Comparing_a_copy
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];
    private readonly SmallRegistry _registry = new();
    private readonly MemoryOperations _operations = new();
    private readonly Copy _copy = new();

    public Comparing_a_copy()
    {
        foreach (var person in Enumerable.Range(1, 5))
        {
            Say(person, $"Name{person}");
            Hold(person, 1, $"Name{person}");
        }

        Told(5);
    }

    [Fact]
    public async Task A_right_copy_drifts_nowhere()
    {
        var found = await CompareAsync();

        Assert.Equal((5, 5, 0, 0), (found.Last.Expected, found.Last.Held, found.Last.Drift, found.OnItsWay));
        Assert.Empty(found.Drifts);
    }

    [Fact]
    public async Task Who_is_missing_different_or_too_many_is_listed_by_id()
    {
        Hold(2, 2, "Other");
        Hold(4, 9, null);
        Hold(99, 1, "Nobody");
        var found = await CompareAsync();

        Assert.Equal(
            [(Id(2), DriftKind.Different), (Id(4), DriftKind.Missing), (Id(99), DriftKind.Extra)],
            found.Drifts.Select(drift => (drift.Id, drift.Kind)).OrderBy(drift => drift.Kind == DriftKind.Extra).ThenBy(drift => drift.Item2 == DriftKind.Missing));
        Assert.Equal((1, 1, 1), (found.Last.Missing, found.Last.Different, found.Last.Extra));
        Assert.DoesNotContain("Name", JsonSerializer.Serialize(found), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_contracted_attributes_are_compared()
    {
        Say(2, "Name2", mail: "new@b.example");
        Told(6);

        Assert.Equal(0, (await CompareAsync(attributes: Scope.Of("birthName"))).Last.Drift);
        Assert.Equal(1, (await CompareAsync()).Last.Drift);
    }

    [Fact]
    public async Task Who_was_changed_and_not_yet_told_is_on_its_way_and_no_drift()
    {
        Say(2, "Renamed");
        var waiting = await CompareAsync();
        Told(6);
        var missed = await CompareAsync();

        Assert.Equal((0, 1), (waiting.Last.Drift, waiting.OnItsWay));
        Assert.Equal((1, 0), (missed.Last.Drift, missed.OnItsWay));
        Assert.Equal(2, missed.History.Count);
    }

    [Fact]
    public async Task A_filter_says_who_should_be_held()
    {
        var found = await CompareAsync(filter: new SubscriptionFilter { Sources = Scope.Of("elsewhere") });

        Assert.Equal((0, 5, 5), (found.Last.Expected, found.Last.Held, found.Last.Extra));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"key\":\"c2hvcnQ=\"}")]
    [InlineData("{\"key\":\"AQIDBAUGBwgJCgsMDQ4PEA==\"}\n{\"id\":\"nonsense\"}")]
    [InlineData("{\"key\":\"AQIDBAUGBwgJCgsMDQ4PEA==\"}\nnot json")]
    public async Task A_line_of_another_form_is_named_by_its_number_and_never_repeated(string lines)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(lines));
        var wrong = await Assert.ThrowsAsync<FormatException>(() => HeldCopy.ReadAsync(stream, default));

        Assert.Matches(lines.Length == 0 ? "nothing came" : "line [12]:", wrong.Message);
        Assert.DoesNotContain("nonsense", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_written_system_is_compared_with_what_was_written()
    {
        var memory = new SinkMemory(_operations, "portal", Key);
        foreach (var person in Enumerable.Range(1, 5))
        {
            var sent = new SentFields { Sent = new Dictionary<string, string> { ["name"] = memory.Hash($"r{person}", "name", $"Name{person}") } };
            await memory.SaveAsync(new GoldenId(person), 1, inside: true, $"r{person}", sent, default, default);
        }

        await memory.SaveAsync(new GoldenId(50), 1, inside: true, "r50", SentFields.None, default, default);
        var source = new ListSource([Row("r1", "Name1"), Row("r2", "Edited"), Row("r3", "Name3"), Row("r5", "Name5"), Row("r50", "Gone"), Row("r77", "Theirs alone")]);
        var subscription = Subscription(Scope.All, SubscriptionFilter.None);
        var (found, failure) = await Reconciler().CompareAsync(subscription, Readers.Of(_registry, _operations, subscription.Contract), memory, source, "hub", default);

        Assert.Null(failure);
        Assert.Equal(
            [(Id(2), DriftKind.Different), (Id(4), DriftKind.Missing), (Id(50), DriftKind.Extra)],
            found!.Drifts.Select(drift => (drift.Id, drift.Kind)).OrderBy(drift => drift.Kind == DriftKind.Extra).ThenBy(drift => drift.Item2 == DriftKind.Missing));
        Assert.Equal((5, 5), (found.Last.Expected, found.Last.Held));
    }

    private Task<Reconciliation> CompareAsync(Scope? attributes = null, SubscriptionFilter? filter = null)
    {
        var subscription = Subscription(attributes ?? Scope.All, filter ?? SubscriptionFilter.None);
        var lines = string.Join('\n', _copy.Fingerprints(Key, null));
        return Compare(subscription, lines);
    }

    private async Task<Reconciliation> Compare(Subscription subscription, string lines)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(lines));
        return await Reconciler().CompareAsync(subscription, Readers.Of(_registry, _operations, subscription.Contract), await HeldCopy.ReadAsync(stream, default), "key-1", default);
    }

    private Reconciler Reconciler() => new(_registry, _operations, TimeProvider.System, NullLogger.Instance);

    private static Subscription Subscription(Scope attributes, SubscriptionFilter filter) => new() { Name = "portal", Contract = Readers.Contract(attributes), Filter = filter, WithValues = true };

    private static SourceRecord Row(string key, string name) => new() { Key = key, Version = new RecordVersion(1), Body = JsonSerializer.SerializeToUtf8Bytes(new { name, other = "theirs" }) };

    private static string Id(long person) => new GoldenId(person).ToString();

    private void Told(long sequence) => _operations.SaveCursorAsync(new("portal", sequence, default), default).Wait();

    private void Say(long person, string name, string? mail = null)
    {
        var id = new GoldenId(person);
        var citizen = new Citizen { BirthName = name, Emails = mail is null ? [] : [new(mail)] };
        _registry.Put(new GoldenRecord { Id = id, Version = (_registry.Last(id)?.Version ?? 0) + 1, Citizen = citizen, Members = [new PartKey("crm", $"{person}")] }, ChangeKind.Updated, "source:crm", ["birthName"]);
    }

    private void Hold(long person, long version, string? name)
    {
        var state = name is null ? "erased" : "active";
        var citizen = name is null ? "" : $",\"citizen\":{{\"birthName\":\"{name}\"}}";
        _copy.Apply(JsonSerializer.Deserialize<JsonElement>($"{{\"id\":\"{Id(person)}\",\"version\":{version},\"state\":\"{state}\"{citizen}}}"));
    }
}
