using IntegrationHub.Hub.Contracts;
using FsCheck;
using FsCheck.Fluent;

namespace IntegrationHub.Tests.Hub.Contracts;

public sealed class Words_of_a_contract
{
    [Fact]
    public void Legitimate_interests_are_closed_to_a_public_body() =>
        Assert.Equal(["Consent", "Contract", "LegalObligation", "VitalInterests", "PublicTask"], Enum.GetNames<LegalBasis>());

    [Fact]
    public void A_star_alone_means_everything_and_an_empty_list_nothing()
    {
        Assert.True(Scope.Parse(["*"]).Allows("anything"));
        Assert.False(Scope.Parse([]).Allows("anything"));
        Assert.False(Scope.Parse(["a", "*"]).Allows("b"));
    }

    [Fact]
    public void A_scope_allows_exactly_its_names() => Prop.ForAll<NonNull<string>[], NonNull<string>>((names, other) =>
    {
        var scope = Scope.Of(names.Select(name => name.Get));
        Assert.Equal(names.Any(name => name.Get == other.Get), scope.Allows(other.Get));
        Assert.All(names, name => Assert.True(scope.Allows(name.Get)));
    }).QuickCheckThrowOnFailure();
}
