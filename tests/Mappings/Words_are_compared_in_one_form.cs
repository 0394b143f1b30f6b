using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Mappings.Engine.Functions.Text;

namespace IntegrationHub.Tests.Mappings;

public sealed class Words_are_compared_in_one_form
{
    [Theory]
    [InlineData("L'Haÿ-les-Roses", "L HAY LES ROSES")]
    [InlineData("Œuf d’Ækœ ßø", "OEUF D AEKOE SSO")]
    [InlineData(" É\u0301te\u0301 ", "ETE")]
    [InlineData("Łódź Çelik", "LODZ CELIK")]
    [InlineData("--", "")]
    public void Folded(string text, string folded) => Assert.Equal(folded, Fold.Of(text));

    [Fact]
    public void Folding_twice_changes_nothing() => Prop.ForAll<NonNull<string>>(
        ArbMap.Default.ArbFor<NonNull<string>>(), text => Fold.Of(Fold.Of(text.Get)) == Fold.Of(text.Get)).QuickCheckThrowOnFailure();
}
