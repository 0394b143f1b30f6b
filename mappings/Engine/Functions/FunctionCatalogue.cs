using System.Collections.Frozen;
using IntegrationHub.Mappings.Engine.Functions.Codes;
using IntegrationHub.Mappings.Engine.Functions.Contacts;
using IntegrationHub.Mappings.Engine.Functions.Dates;
using IntegrationHub.Mappings.Engine.Functions.Logic;
using IntegrationHub.Mappings.Engine.Functions.Names;
using IntegrationHub.Mappings.Engine.Functions.Places;
using IntegrationHub.Mappings.Engine.Functions.Text;

namespace IntegrationHub.Mappings.Engine.Functions;

/// <summary>Every function a document may call: one line each.</summary>
public static class FunctionCatalogue
{
    /// <summary>By family, in the order of the reference page.</summary>
    public static IReadOnlyList<(string Family, IReadOnlyList<MappingFunction> Functions)> Families { get; } =
    [
        ("Texts",
        [
            TrimFunction.Definition,
            UpperFunction.Definition,
            LowerFunction.Definition,
            TitleCaseFunction.Definition,
            ConcatFunction.Definition,
            SplitFunction.Definition,
            ReplaceFunction.Definition,
            ExtractFunction.Definition,
        ]),
        ("Names",
        [
            FamilyNameFunction.Definition,
            GivenNamesFunction.Definition,
            NameFamilyFunction.Definition,
            NameGivenFunction.Definition,
            BirthNameFunction.Definition,
            UsageNameFunction.Definition,
            DropCivilityFunction.Definition,
            CivilitySexFunction.Definition,
            SexFunction.Definition,
        ]),
        ("Dates",
        [
            DateFunction.Definition,
            DatePartsFunction.Definition,
            InstantFunction.Definition,
            FormatDateFunction.Definition,
        ]),
        ("Contacts",
        [
            EmailFunction.Definition,
            PhoneFunction.Definition,
            NationalPhoneFunction.Definition,
        ]),
        ("Places",
        [
            AddressFunction.Definition,
            PostcodeFunction.Definition,
            CommuneFunction.Definition,
            CommuneOfPostcodeFunction.Definition,
            CommuneNameFunction.Definition,
            BirthPlaceFunction.Definition,
            CountryFunction.Definition,
            DepartementFunction.Definition,
        ]),
        ("Codes and numbers",
        [
            IdentifierFunction.Definition,
            SirenFunction.Definition,
            SiretFunction.Definition,
            RnaFunction.Definition,
            NumberFunction.Definition,
            FlagFunction.Definition,
        ]),
        ("Choices",
        [
            CoalesceFunction.Definition,
            DefaultFunction.Definition,
            LookupFunction.Definition,
            ItemFunction.Definition,
        ]),
    ];

    public static IReadOnlyDictionary<string, MappingFunction> ByName { get; } =
        Families.SelectMany(f => f.Functions).ToFrozenDictionary(f => f.Name);
}
