using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Tests.Hub.Fakes;

namespace IntegrationHub.Tests.Hub.Publishing;

public sealed class Filtering_people
{
    private static readonly GoldenId Ada = new(1);
    private readonly SmallRegistry _registry = new();
    private readonly MemoryOperations _operations = new();

    [Fact]
    public async Task Who_enters_and_leaves_the_filter_is_told_as_such()
    {
        var composer = Composer(new SubscriptionFilter { Communes = Scope.Of("49007") });
        Assert.Null(await TellAsync(composer, Lives("44109"), ChangeKind.Created));
        var entered = await TellAsync(composer, Lives("49007"), ChangeKind.Updated);
        var updated = await TellAsync(composer, Lives("49007"), ChangeKind.Updated);
        var left = await TellAsync(composer, Lives("44109"), ChangeKind.Updated);
        var after = await TellAsync(composer, Lives("44109"), ChangeKind.Updated);

        Assert.Equal([EventKind.Entered, EventKind.Updated, EventKind.Left], new[] { entered!, updated!, left! }.Select(told => told.Kind));
        Assert.Null(after);
        Assert.Equal(("filter", PersonPresence.Outside, null), (left!.Reason, left.People[0].Presence, left.People[0].View));
        Assert.Empty(left.Changed);
    }

    [Fact]
    public async Task An_erasure_is_told_to_who_holds_the_person_whatever_kinds_were_asked_for()
    {
        var composer = Composer(new SubscriptionFilter { Kinds = new HashSet<EventKind> { EventKind.Created } });
        Assert.NotNull(await TellAsync(composer, Lives("44109"), ChangeKind.Created));
        Assert.Null(await TellAsync(composer, Lives("49007"), ChangeKind.Updated));
        var erased = await TellAsync(composer, new Citizen(), ChangeKind.Erased, GoldenState.Erased);

        Assert.Equal((EventKind.Erased, PersonPresence.Erased), (erased!.Kind, erased.People[0].Presence));
    }

    [Fact]
    public async Task A_merge_into_somebody_outside_takes_the_person_away()
    {
        var composer = Composer(new SubscriptionFilter { Communes = Scope.Of("49007") });
        await TellAsync(composer, Lives("49007"), ChangeKind.Created);
        var other = new GoldenId(2);
        _registry.Set(new GoldenRecord { Id = Ada, Version = 2, State = GoldenState.Merged, MergedInto = other, Citizen = new Citizen() });
        var change = _registry.Put(new GoldenRecord { Id = other, Version = 5, Citizen = Lives("44109"), Members = [new PartKey("crm", "2")] }, ChangeKind.Merged, "steward:1", [], Ada);
        var told = await composer.ComposeAsync(await ViewAsync(change.Sequence), default);

        Assert.Equal([(Ada, PersonPresence.Merged)], told!.People.Select(person => (person.Id, person.Presence)));
    }

    [Fact]
    public async Task Masked_values_leave_in_part_only()
    {
        var masks = new Dictionary<string, Mask> { ["birthDate"] = Mask.Year, ["emails"] = Mask.Masked, ["addresses"] = Mask.Commune, ["birthName"] = Mask.Initial };
        var contract = Readers.Contract() with { Masks = masks };
        var composer = new EventComposer(new Subscription { Name = "portal", Contract = contract, WithValues = true }, Readers.Of(_registry, _operations, contract), _operations, TimeProvider.System);
        var told = await TellAsync(composer, Lives("49007") with { BirthName = "Kervadec", BirthDate = new PartialDate(1990, 4, 2), Emails = [new("ada@mail.example")] }, ChangeKind.Created);

        var citizen = told!.People[0].View!.Citizen;
        Assert.Equal(("K.", new PartialDate(1990), "a•••@mail.example", null), (citizen.BirthName, citizen.BirthDate, citizen.Emails[0].Value, citizen.Addresses[0].Street));
        Assert.False(contract.SeesWhole("birthDate"));
    }

    private EventComposer Composer(SubscriptionFilter filter) => new(
        new Subscription { Name = "portal", Contract = Readers.Contract(), Filter = filter, WithValues = true }, Readers.Of(_registry, _operations), _operations, TimeProvider.System);

    private static Citizen Lives(string commune) => new() { BirthName = "Ada", Addresses = [new PostalAddress { CommuneCode = commune, Street = "rue Haute" }] };

    private async Task<CitizenEvent?> TellAsync(EventComposer composer, Citizen citizen, ChangeKind kind, GoldenState state = GoldenState.Active)
    {
        var golden = new GoldenRecord { Id = Ada, Version = (_registry.Last(Ada)?.Version ?? 0) + 1, State = state, Citizen = citizen, Members = [new PartKey("crm", "1")] };
        var change = _registry.Put(golden, kind, "source:crm", ["addresses"]);
        var told = await composer.ComposeAsync(await ViewAsync(change.Sequence), default);
        if (told is not null)
        {
            await composer.ToldAsync(told, default);
        }

        return told;
    }

    private async Task<ChangeView> ViewAsync(long sequence) => (await Readers.Of(_registry, _operations).ReadChangesAsync(sequence - 1, 1, default)).Changes[0];
}
