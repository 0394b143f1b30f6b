namespace IntegrationHub.Mdm.Matching;

/// <summary>One level of one comparison, with what the model knows of it.</summary>
/// <param name="Comparison">Its word in the document.</param>
/// <param name="Level">Its word in the document.</param>
/// <param name="M">Share of pairs of one person that reach it.</param>
/// <param name="U">Share of pairs of strangers.</param>
/// <param name="Kin">Share of pairs of two people of one household.</param>
/// <param name="Weight">log2(m/u), thousandths of a bit.</param>
public sealed record ModelLevel(string Comparison, string Level, double M, double U, double Kin, int Weight);
