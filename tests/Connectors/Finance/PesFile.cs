namespace IntegrationHub.Tests.Connectors.Finance;

/// <summary>PES texts for tests.</summary>
internal static class PesFile
{
    public static string Of(params string[] orders) => $"""
        <?xml version="1.0" encoding="ISO-8859-1"?><n:PES_Aller xmlns:n="http://www.minefi.gouv.fr/cp/helios/pes_v2/Rev0/aller"><Enveloppe><Parametres><Version V="2"/></Parametres></Enveloppe>
        <EnTetePES><DteStr V="2025-12-18"/><IdPost V="031007"/><IdColl V="24310063300011"/><CodCol V="100"/><CodBud V="00"/></EnTetePES>
        <PES_RecetteAller><EnTeteRecette><IdVer V="2"/></EnTeteRecette><Bordereau><BlocBordereau><Exer V="2025"/><IdBord V="41"/><DteBordEm V="2025-12-18"/></BlocBordereau>{string.Concat(orders)}</Bordereau></PES_RecetteAller></n:PES_Aller>
        """;

    public static string Order(int number, string party, string subject = "CANTINE") =>
        $"""<Piece><BlocPiece><InfoPce><IdPce V="{number}"/><Obj V="{subject}"/></InfoPce></BlocPiece><LigneDePiece><BlocLignePiece><InfoLignePce><IdLigne V="1"/><MtHT V="42.50"/></InfoLignePce></BlocLignePiece>{party}</LigneDePiece></Piece>""" + "\n";

    public static string Party(string number, string name, string more = "") =>
        $"""<Tiers><InfoTiers><RefTiers V="{number}"/><CatTiers V="01"/><Nom V="{name}"/><Prenom V="MARIE"/>{more}</InfoTiers><Adresse><TypAdr V="1"/><Adr2 V="3 RUE MONGE"/><CP V="21000"/><Ville V="DIJON"/></Adresse><CpteBancaire><BIC V="AGRIFRPP"/><IBAN V="FR7630006000011234567890189"/><CodeEtab V="30006"/><IdCpte V="12345678901"/><TitCpte V="TITULAIRE"/></CpteBancaire></Tiers>""";
}
