using System.Text;
using System.Text.Json;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Hub.Webhooks;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Tests.Hub.Fakes;

namespace IntegrationHub.Tests.Hub.Contracts;

/// <summary>Ada is known to the schools and to the social service; Basile to the social service alone. The reader may see names and e-mails of the schools.</summary>
public sealed class Nobody_sees_more_than_the_contract
{
    private static readonly GoldenId Ada = new(7), Basile = new(8), Old = new(9);
    private readonly SmallRegistry _registry = new();
    private readonly MemoryOperations _operations = new();
    private readonly ContractReader _reader;

    public Nobody_sees_more_than_the_contract()
    {
        var school = new Citizen { BirthName = "Martin", GivenNames = ["Ada"], BirthDate = new PartialDate(1990, 1, 2), Emails = [new("ada@school.example")], Identifiers = [new("school-card", "S1")] };
        var social = new Citizen { BirthName = "MARTIN-SOCIAL", GivenNames = ["Ada"], Emails = [new("ada@social.example")], Phones = [new("+33600000001")], Identifiers = [new("social-file", "X1")] };
        var secret = new Citizen { BirthName = "Leroy", GivenNames = ["Basile"], Emails = [new("basile@social.example")] };
        _registry.Say("school", "a1", Ada, school);
        _registry.Say("social", "z1", Ada, social);
        _registry.Say("social", "z2", Basile, secret);
        _registry.Put(Golden(Old, 1, secret, new PartKey("social", "z0")), ChangeKind.Created, "source:social", ["birthName"]);
        _registry.Put(Golden(Ada, 1, school, new PartKey("school", "a1")), ChangeKind.Created, "source:school", ["birthName", "birthDate", "emails"]);
        _registry.Put(Golden(Ada, 2, social, new PartKey("school", "a1"), new PartKey("social", "z1")), ChangeKind.Linked, "source:social", ["birthName", "phones"]);
        _registry.Put(Golden(Basile, 1, secret, new PartKey("social", "z2")), ChangeKind.Created, "source:social", ["birthName"]);
        _registry.Put(Golden(Old, 2, new Citizen()) with { State = GoldenState.Merged, MergedInto = Ada }, ChangeKind.Merged, "rule:match", []);
        _registry.Put(
            Golden(Ada, 3, social, new PartKey("school", "a1"), new PartKey("social", "z0"), new PartKey("social", "z1")) with
            {
                Provenance = [new("birthName", new PartKey("social", "z1"), null, "recency"), new("givenNames", new PartKey("school", "a1"), null, "only-source"), new("emails", new PartKey("school", "a1"), null, "recency")],
            },
            ChangeKind.Merged, "source:social", ["birthName", "phones"], Old);
        _reader = Readers.Of(_registry, _operations, Scope.Of("birthName", "givenNames", "emails", "identifiers"), Scope.Of("school"));
    }

    [Fact]
    public async Task A_person_is_what_the_permitted_sources_say_of_the_permitted_attributes()
    {
        var found = Assert.IsType<CitizenAnswer.Found>(await _reader.FindAsync(Ada, default)).View;

        Assert.Equal(("Martin", "ada@school.example"), (found.Citizen.BirthName, Assert.Single(found.Citizen.Emails).Value));
        Assert.Null(found.Citizen.BirthDate);
        Assert.Empty(found.Citizen.Phones);
        Assert.All(found.Provenance, line => Assert.Equal("school", line.Source!.Value.Record.Connection));
        Assert.Equal([new PartKey("school", "a1")], found.Members);
    }

    [Fact]
    public async Task A_person_known_only_to_other_sources_does_not_exist()
    {
        Assert.IsType<CitizenAnswer.Unknown>(await _reader.FindAsync(Basile, default));
        Assert.IsType<CitizenAnswer.Unknown>(await _reader.FindAsync(Old, default));
        Assert.IsType<CitizenAnswer.Unknown>(await _reader.FindByIdentifierAsync("social", "z2", default));
        Assert.Empty(await _reader.ReadSourcesAsync(Basile, default));
        Assert.Empty(await _reader.ReadHistoryAsync(Basile, default));
        Assert.Null(Assert.Single(await _reader.DescribeAsync([Basile], SubscriptionFilter.None, withValues: true, default)).View);
        Assert.False(await _reader.KnewAsync(Basile, default));
        Assert.Empty((await _reader.SearchAsync(new CitizenSearch { Name = "Leroy" }, default)).Citizens);
    }

    [Fact]
    public async Task An_answer_is_seen_only_with_the_part_it_is_about()
    {
        var (school, social) = (new PartKey("ban", "school//a1", "@"), new PartKey("ban", "social//z1", "@"));
        var other = new PartKey("ban", "social//z2", "@");
        Answer(school, Ada, "school");
        Answer(social, Ada, "social");
        Answer(other, Basile, "social");
        _registry.Set(Golden(Ada, 4, new Citizen(), school, social, new PartKey("school", "a1"), new PartKey("social", "z1")));
        _registry.Set(Golden(Basile, 2, new Citizen(), other, new PartKey("social", "z2")));
        var reader = Readers.Of(_registry, _operations, Scope.All, Scope.Of("school", "ban"));

        Assert.IsType<CitizenAnswer.Unknown>(await reader.FindAsync(Basile, default));
        Assert.False(await reader.KnewAsync(Basile, default));
        var ada = Assert.IsType<CitizenAnswer.Found>(await reader.FindAsync(Ada, default)).View;
        Assert.Equal([new PartKey("school", "a1")], ada.Members);
        Assert.Equal("school", Assert.Single(ada.Citizen.Addresses).Street);
        Assert.Equal(["school//a1", "a1"], (await reader.ReadSourcesAsync(Ada, default)).Select(source => source.Key.Key));
    }

    [Fact]
    public async Task An_identifier_of_another_source_does_not_answer_even_for_a_known_person()
    {
        Assert.IsType<CitizenAnswer.Unknown>(await _reader.FindByIdentifierAsync("social", "z1", default));
        Assert.IsType<CitizenAnswer.Unknown>(await _reader.FindByIdentifierAsync("social-file", "X1", default));
        Assert.IsType<CitizenAnswer.Found>(await _reader.FindByIdentifierAsync("school", "a1", default));
    }

    [Theory]
    [InlineData("MARTIN-SOCIAL", null, null)]
    [InlineData(null, "+33600000001", null)]
    [InlineData(null, null, 1990)]
    public async Task A_search_does_not_confirm_what_the_reader_may_not_see(string? name, string? phone, int? year)
    {
        var search = new CitizenSearch { Name = name, Phone = phone, BirthDate = year is { } y ? new PartialDate(y, 1, 2) : null };

        Assert.Empty((await _reader.SearchAsync(search, default)).Citizens);
        Assert.Single((await _reader.SearchAsync(new CitizenSearch { Name = "mart" }, default)).Citizens);
    }

    [Theory]
    [InlineData("Leroy", null)]
    [InlineData("MARTIN-SOCIAL", null)]
    [InlineData(null, "+33600000001")]
    public async Task A_cursor_does_not_name_whom_the_reader_may_not_find(string? name, string? phone)
    {
        var page = await _reader.SearchAsync(new CitizenSearch { Name = name, Phone = phone, Limit = 1 }, default);

        Assert.Null(page.Next);
    }

    [Fact]
    public async Task A_search_in_one_connection_stays_in_it_for_a_reader_of_several()
    {
        var both = Readers.Of(_registry, _operations, Scope.All, Scope.Of("school", "social"));
        var inSchool = await both.SearchAsync(new CitizenSearch { Connections = ["school"] }, default);
        var elsewhere = await both.SearchAsync(new CitizenSearch { Connections = ["finance"] }, default);

        Assert.Equal([Ada], inSchool.Citizens.Select(citizen => citizen.Id));
        Assert.Empty(elsewhere.Citizens);
    }

    [Fact]
    public async Task Pages_of_a_search_hold_everybody_once()
    {
        var all = Readers.Of(_registry, _operations);
        var first = await all.SearchAsync(new CitizenSearch { Limit = 1 }, default);
        var second = await all.SearchAsync(new CitizenSearch { Limit = 1, After = first.Next }, default);

        Assert.Equal([Ada, Basile], first.Citizens.Concat(second.Citizens).Select(citizen => citizen.Id));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task Sources_and_history_keep_to_the_contract()
    {
        var source = Assert.Single(await _reader.ReadSourcesAsync(Ada, default));
        Assert.Equal("school", source.Key.Connection);
        Assert.Null(source.Body);
        Assert.Null(Assert.Single(source.Citizens).Citizen.BirthDate);

        var last = (await _reader.ReadHistoryAsync(Ada, default))[^1];
        Assert.Null(last.Citizen.BirthName);
        Assert.Empty(last.Citizen.Emails);
        Assert.Equal(["Ada"], last.Citizen.GivenNames);
    }

    [Fact]
    public async Task The_feed_and_the_events_never_hold_a_word_of_the_others()
    {
        var page = Assert.IsType<FeedRead.Page>(await new ChangeFeed(_registry, new ChangeSignal(), TimeProvider.System).ReadAsync(_reader, null, 100, default, default)).Value;

        var subscription = new Subscription { Name = "portal", Contract = _reader.View.Contract, WithValues = true };
        var composer = new EventComposer(subscription, _reader, _operations, TimeProvider.System);
        var text = new StringBuilder();
        foreach (var change in page.Changes)
        {
            var told = await composer.ComposeAsync(change, default);
            text.Append(Encoding.UTF8.GetString(CloudEvent.Write(new Uri("urn:hub"), told!).Span));
        }

        Assert.Equal([2, 6], page.Changes.Select(change => change.Sequence));
        Assert.Equal([Ada], page.Changes[1].Touched);
        Assert.Equal(("registry", "birthName"), (page.Changes[1].Reason, Assert.Single(page.Changes[1].Attributes)));
        foreach (var secret in new[] { "social", "SOCIAL", "+336", "1990", "Basile", "Leroy", Basile.ToString(), Old.ToString(), "phones", "birthDate" })
        {
            Assert.DoesNotContain(secret, text.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_erased_person_is_gone_for_those_who_knew_and_unknown_to_the_others()
    {
        _registry.Erase(Ada);
        _registry.Erase(Basile);

        Assert.IsType<CitizenAnswer.Gone>(await _reader.FindAsync(Ada, default));
        Assert.IsType<CitizenAnswer.Unknown>(await _reader.FindAsync(Basile, default));
        var (changes, _) = await _reader.ReadChangesAsync(6, 10, default);
        Assert.Equal([Ada], changes.Select(change => change.Golden));
    }

    [Fact]
    public async Task A_restricted_person_is_neither_read_nor_delivered()
    {
        _registry.Put(Golden(Ada, 4, new Citizen { BirthName = "Martin" }, new PartKey("school", "a1")) with { State = GoldenState.Restricted }, ChangeKind.Restricted, "steward:3", []);

        Assert.IsType<CitizenAnswer.Unknown>(await _reader.FindAsync(Ada, default));
        Assert.Equal((PersonPresence.Restricted, null), Assert.Single(await _reader.DescribeAsync([Ada], SubscriptionFilter.None, withValues: true, default)) is var state ? (state.Presence, state.View) : default);
        Assert.Empty(await _reader.ReadHistoryAsync(Ada, default));
        Assert.Empty(await _reader.ReadSourcesAsync(Ada, default));
    }

    [Fact]
    public async Task Each_view_of_a_person_is_recorded_with_purpose_and_legal_basis()
    {
        await _reader.FindAsync(Ada, default);
        await _reader.ReadSourcesAsync(Ada, default);
        await _reader.ReadHistoryAsync(Ada, default);
        await _reader.SearchAsync(new CitizenSearch { Name = "mart" }, default);
        await _reader.FindAsync(Basile, default);

        Assert.Equal(["view", "sources", "history", "search", "search"], _operations.Audit.Select(row => row.Action));
        Assert.All(_operations.Audit, row => Assert.Equal(("key-1", "school-enrolment", "PublicTask"), (row.Actor, row.Purpose, row.LegalBasis)));
        Assert.DoesNotContain(_operations.Audit, row => row.Golden == Basile.ToString());
    }

    [Fact]
    public async Task Nobody_is_shown_while_the_access_log_cannot_be_written()
    {
        _operations.AuditFails = new IOException("disk full");

        await Assert.ThrowsAsync<IOException>(() => _reader.FindAsync(Ada, default));
    }

    [Fact]
    public void Every_attribute_of_the_model_has_a_word_and_leaves_only_by_it()
    {
        var full = Everything();
        // When a source said what is the registry's own: it has no word, and never leaves.
        var properties = typeof(Citizen).GetProperties().Where(property => property.Name != nameof(Citizen.Said)).ToArray();

        Assert.Empty(CitizenAttributes.Cut(full with { Said = new Dictionary<string, DateTimeOffset> { ["birthName"] = DateTimeOffset.MinValue } }, Scope.All).Said);
        Assert.Equal(properties.Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)), CitizenAttributes.Names);
        foreach (var property in properties)
        {
            var only = CitizenAttributes.Cut(full, Scope.Of(JsonNamingPolicy.CamelCase.ConvertName(property.Name)));
            foreach (var other in properties)
            {
                var shown = JsonSerializer.Serialize(other.GetValue(only)) != JsonSerializer.Serialize(other.GetValue(new Citizen()));
                Assert.Equal(other == property, shown);
            }
        }
    }

    private static Citizen Everything() => new()
    {
        BirthName = "a", UsageName = "b", GivenNames = ["c"], UsedGivenName = "d", FormerNames = [new("e", [], null)], Sex = Sex.Female,
        BirthDate = new PartialDate(1950), BirthPlace = new("33063", null, null), Emails = [new("f")], Phones = [new("g")], Addresses = [new() { City = "h" }],
        Identifiers = [new("i", "j")], Death = new(null, "33063"), Consents = [new("k", "l", true, null, null)], Verification = VerificationLevel.FranceConnect,
        Status = IdentityStatus.Doubtful, Extra = new Dictionary<string, string> { ["m"] = "1" },
    };

    private static GoldenRecord Golden(GoldenId id, long version, Citizen citizen, params PartKey[] members) =>
        new() { Id = id, Version = version, Citizen = citizen, Members = members };

    private void Answer(PartKey answer, GoldenId golden, string street) => _registry.Say(answer.Record.Connection, answer.Record.Key, golden, new Citizen { Addresses = [new PostalAddress { Street = street }] }, answer.Part);
}
